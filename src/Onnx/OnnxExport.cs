using GCnn.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Onnx;

/// <summary>Nets as ONNX models: <see cref="PlainNet"/> makes plain modules of them, and each of these a few operators.</summary>
public static class OnnxExport
{
    /// <summary>The name of the input.</summary>
    public const string Input = "images";

    /// <summary>The name of the output.</summary>
    public const string Output = "logits";

    /// <summary>The name of the second output, where there is one.</summary>
    public const string Probabilities = "probabilities";

    /// <summary>The model that computes what a net computes in evaluation, in float32, for any number of images of one size.</summary>
    /// <remarks>
    /// Weights keep the names of the plain net's state dict. The net is copied and stays as it was. <b>Shapes:</b> <c>N</c> and the shape
    /// of an image, or what the resampling takes, to <c>N</c> and what the net gives.
    /// </remarks>
    /// <param name="net">The net, of equivariant layers, plain modules or both.</param>
    /// <param name="image">The shape of what the net takes for one image, such as <c>C x H x W</c>.</param>
    /// <param name="options">What else is to be in the file; nothing if null.</param>
    /// <exception cref="NotSupportedException">A layer has no plain counterpart, or that no operators; one sentence says which.</exception>
    /// <exception cref="ArgumentException">The resampling gives images of another size than the net takes.</exception>
    public static OnnxModel Of(nn.Module<Tensor, Tensor> net, IReadOnlyList<long> image, OnnxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(image);
        options ??= new OnnxOptions();
        using IDisposable noGrad = no_grad();
        using nn.Module<Tensor, Tensor> plain = PlainNet.Of(net, ScalarType.Float32);
        plain.to(CPU);
        GraphBuilder graph = new();
        GraphValue input = new(graph.Input(Input), [1, .. InputOf(image, options)]);
        GraphValue seen = options.Resampling is { } plan ? Views.Resample(plan, input, graph) : input;
        GraphValue given = Translation.Of(plain, "", seen, graph);
        List<OnnxValue> outputs = [Described(given with { Name = graph.Rename(given.Name, Output) })];
        if (options.Probabilities)
        {
            string shares = graph.Add(Probabilities, "Softmax", [Output], OnnxAttribute.Of("axis", 1L));
            outputs.Add(Described(given with { Name = shares }));
        }

        return new OnnxModel(graph.Build(net.GetName(), [Described(input)], outputs), options.Notes);
    }

    private static IReadOnlyList<long> InputOf(IReadOnlyList<long> image, OnnxOptions options)
    {
        if (options.Resampling is not { } plan)
        {
            return image;
        }

        return image is [var channels, var rows, var columns] && (rows, columns) == (plan.OutputRows, plan.OutputColumns)
            ? [channels, plan.InputRows, plan.InputColumns]
            : throw new ArgumentException(
                $"OnnxExport: the net takes images of shape {string.Join(" x ", image)}; a {plan} gives others. Make another plan.",
                nameof(options));
    }

    private static OnnxValue Described(GraphValue value) => new(
        value.Name, OnnxElement.Float, [OnnxDimension.Batch, .. value.Shape.Skip(1).Select(OnnxDimension.Of)]);
}
