using GCnn.Groups;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Goes through a net layer by layer and writes down what each is.</summary>
internal sealed class SummaryWalk
{
    private readonly ImageSize _input;
    private readonly List<LayerSummary> _layers = [];
    private readonly List<(string Prefix, Certificate Certificate)> _certificates = [];
    private readonly HashSet<Parameter> _seen = new(ReferenceEqualityComparer.Instance);

    private SummaryWalk(ImageSize input) => _input = input;

    /// <summary>The layers in the order in which they are applied, then what has parameters and stands beside them.</summary>
    public IReadOnlyList<LayerSummary> Layers => _layers;

    /// <summary>The certificates of the equivariant parts, after the paths of these.</summary>
    public IReadOnlyList<(string Prefix, Certificate Certificate)> Certificates => _certificates;

    public static SummaryWalk Through(nn.Module<Tensor, Tensor> net, ImageSize input, long? channels)
    {
        SummaryWalk walk = new(input);
        walk.Visit(net, string.Empty, new PlainState(input, channels, FieldOfView.OfPixels));
        walk.AddRest(net);
        return walk;
    }

    private PlainState? Visit(nn.Module module, string path, PlainState? state)
    {
        switch (module)
        {
            case Sequential sequence:
                foreach ((string name, nn.Module part) in sequence.named_children())
                {
                    state = Visit(part, path.Length == 0 ? name : $"{path}.{name}", state);
                }

                return state;
            case EquivariantModule net when state?.Size is { } size:
                return VisitNet(net, path, state, size);
            default:
                PlainState? after = state is null ? null : PlainLayers.After(module, PlainLayers.Place(module, path), state);
                _layers.Add(new LayerSummary(
                    path, module.GetName(), state?.Size, after?.Size, null, after?.Channels, Free(module), 0, FieldOf(after?.View),
                    PlainLayers.MultiplyAdds(module, after), null, null));
                _layers[^1] = _layers[^1] with { ExpandedParameters = _layers[^1].FreeParameters };
                return after;
        }
    }

    private PlainState? VisitNet(EquivariantModule net, string path, PlainState shape, ImageSize size)
    {
        if (shape.Channels is { } given && given != net.InputType.Channels)
        {
            throw new ArgumentException(
                $"Summary: {given} channels arrive at {PlainLayers.Place(net, path)}, whose input type '{net.InputType}' has " +
                $"{net.InputType.Channels}.",
                nameof(shape));
        }

        if (Math.Max(size.Rows, size.Columns) > ImageSize.MaximumSide)
        {
            throw new ArgumentOutOfRangeException(
                nameof(shape),
                $"Summary: images of {size} arrive at {PlainLayers.Place(net, path)}; at most {ImageSize.MaximumSide} x " +
                $"{ImageSize.MaximumSide} are possible.");
        }

        var certificate = Certificate.For(net, size, "summary", nameof(shape));
        _certificates.Add((path, certificate));
        var walk = GeometryWalk.Through(net, size, GeometryInEvaluation, view: shape.View);
        foreach ((PlacedLayer layer, LayerCertificate certified) in walk.Layers.Zip(certificate.Layers))
        {
            _layers.Add(Summarized(layer, certified, path));
        }

        return walk.Output is { } output ? new PlainState(output.Size, net.OutputType.Channels, output.View) : null;
    }

    private LayerSummary Summarized(PlacedLayer layer, LayerCertificate certificate, string prefix)
    {
        EquivariantModule module = layer.Module;
        (long? before, long? after) = (Positions(layer.Input, module.InputType), Positions(layer.Output, module.OutputType));
        long free = Free(module);
        return new LayerSummary(
            string.Join('.', new[] { prefix, layer.Path }.Where(part => part.Length > 0)), module.GetName(), layer.Input?.Size,
            layer.Output?.Size, module.OutputType, module.OutputType.Channels, free,
            free == 0 ? 0 : LayerArithmetic.ExpandedParameters(module), FieldOf(layer.Output?.View),
            before is null || after is null ? null : LayerArithmetic.MultiplyAdds(module, before.Value, after.Value),
            after is null ? null : LayerArithmetic.Fourier(module, after.Value), certificate);
    }

    /// <summary>What no layer's geometry shows and has parameters, such as a nonlinearity behind the sum of a residual block.</summary>
    private void AddRest(nn.Module net)
    {
        foreach ((string name, nn.Module module) in net.named_modules())
        {
            Parameter[] own = [.. module.parameters(recurse: false).Where(_seen.Add)];
            if (own.Length > 0)
            {
                long count = own.Sum(parameter => parameter.numel());
                _layers.Add(new LayerSummary(name, module.GetName(), null, null, null, null, count, count, null, 0, null, null));
            }
        }
    }

    private long Free(nn.Module module) => module.parameters().Where(_seen.Add).Sum(parameter => parameter.numel());

    private ReceptiveField? FieldOf(FieldOfView? view) => view is null ? null : ReceptiveField.Of(view, _input);

    // Statistics of a batch are no part of what the trained layer reads.
    private static LayerGeometry? GeometryInEvaluation(EquivariantModule module) =>
        module is FieldBatchNorm ? new PointwiseGeometry() : (module as IGeometric)?.Geometry;

    /// <summary>The positions of an image, of a hexagon its cells, one of a feature vector; null where the image is not known.</summary>
    private static long? Positions(WalkState? state, FieldType type) => state switch
    {
        null => null,
        { Size: null } => 1,
        { Size: { } size } when type.Group.Lattice is HexagonalLattice => new HexagonalDomain(size.Rows / 2).Count,
        { Size: { } size } => (long)size.Rows * size.Columns,
    };
}
