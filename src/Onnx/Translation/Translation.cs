using static TorchSharp.torch;

namespace GCnn.Onnx;

/// <summary>The place at which one module is translated: what it reads, where its nodes go and how they are called.</summary>
internal sealed class Translation
{
    private readonly GraphBuilder _graph;
    private readonly string _path;

    internal Translation(GraphBuilder graph, string path, GraphValue input) => (_graph, _path, Input) = (graph, path, input);

    /// <summary>What the module reads.</summary>
    public GraphValue Input { get; }

    /// <summary>The height of the images that it reads.</summary>
    public int Rows => (int)Input.Shape[2];

    /// <summary>The width of the images that it reads.</summary>
    public int Columns => (int)Input.Shape[3];

    /// <summary>Translates a module that stands in the net at a path.</summary>
    /// <exception cref="NotSupportedException">ONNX has no operators for it; one sentence.</exception>
    public static GraphValue Of(nn.Module<Tensor, Tensor> module, string path, GraphValue input, GraphBuilder graph)
    {
        if (!Translators.ByKind.TryGetValue(module.GetType(), out Translator? translate))
        {
            throw Unknown(module, path);
        }

        string output = translate(module, new Translation(graph, path, input));
        return new GraphValue(output, ShapeAfter(module, input.Shape));
    }

    /// <summary>Translates a part of the module.</summary>
    public GraphValue Part(string name, nn.Module<Tensor, Tensor> part, GraphValue input) => Of(part, Join(_path, name), input, _graph);

    /// <summary>A node, and the name of what it gives.</summary>
    public string Add(string operation, IReadOnlyList<string> inputs, params IReadOnlyList<OnnxAttribute> attributes) =>
        _graph.Add(Join(_path, operation), operation, inputs, attributes);

    /// <summary>A node that reads what the module reads.</summary>
    public string Add(string operation, params IReadOnlyList<OnnxAttribute> attributes) => Add(operation, [Input.Name], attributes);

    /// <summary>Numbers of the module, under the name that they have in its state dict.</summary>
    public string Weights(string name, Tensor values)
    {
        using var scope = NewDisposeScope();
        Tensor numbers = values.detach().to(ScalarType.Float32).cpu().contiguous();
        return _graph.Constant(OnnxTensor.Of(Join(_path, name), numbers.shape, numbers.data<float>().ToArray()));
    }

    /// <summary>Numbers of the module's own.</summary>
    public string Weights(string name, IReadOnlyList<long> shape, IEnumerable<double> values) =>
        _graph.Constant(OnnxTensor.Of(Join(_path, name), shape, [.. values.Select(value => (float)value)]));

    /// <summary>Indices of the module's own.</summary>
    public string Indices(string name, IReadOnlyList<long> shape, IEnumerable<long> values) =>
        _graph.Constant(OnnxTensor.Of(Join(_path, name), shape, [.. values]));

    /// <summary>One real number, which all modules share.</summary>
    public string Number(double value) => _graph.Constant(OnnxTensor.Of($"number.{value:R}", [], [(float)value]));

    /// <summary>Whole numbers such as a shape, which all modules share. In a shape, 0 keeps an axis, as the batch's.</summary>
    public string Numbers(params long[] values) =>
        _graph.Constant(OnnxTensor.Of($"numbers.{string.Join('.', values)}", [values.Length], values));

    /// <summary>A mask of the image, which all modules share. <b>Shapes:</b> <c>1 x 1 x H x W</c>.</summary>
    public string Mask(string name, bool[] values) =>
        _graph.Constant(OnnxTensor.Of($"{name}.{Rows}x{Columns}", [1, 1, Rows, Columns], values));

    /// <summary>What to throw where ONNX has no operators for the module.</summary>
    public NotSupportedException Refusal(nn.Module module, string why, string instead) =>
        new($"{module.GetName()}{At(_path)} cannot be written as ONNX, since {why}; {instead}.");

    private static NotSupportedException Unknown(nn.Module module, string path) => new(
        $"{module.GetName()}{At(path)} cannot be written as ONNX, since no operators are known for modules of its kind; use one of " +
        "docs/export.md, or let it export itself as such modules (IExportable).");

    private static string At(string path) => path.Length == 0 ? "" : $" at {path}";

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static long[] ShapeAfter(nn.Module<Tensor, Tensor> module, IReadOnlyList<long> shape)
    {
        using var scope = NewDisposeScope();
        return module.call(zeros([.. shape], ScalarType.Float32)).shape;
    }
}
