using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The gather from free weights to a <c>conv2d</c> filter, <c>filter[t] = w[orbit(t)]</c>, differentiable. Its adjoint adds up the
/// gradients of each orbit's taps.
/// </summary>
internal sealed class FilterExpansion : IDisposable
{
    private readonly long[] _shape;
    private readonly bool _hasHoles;
    private readonly DeviceIndex _sources;

    internal FilterExpansion(FilterIndexMap map)
    {
        _shape = [map.OutputType.Channels, map.InputType.Channels, map.Stencil.Rows, map.Stencil.Columns];
        _hasHoles = map.Stencil.Count < map.Stencil.Rows * map.Stencil.Columns;
        _sources = new DeviceIndex(map.Sources);
    }

    public void Dispose() => _sources.Dispose();

    internal Tensor Expand(Tensor weight)
    {
        using var scope = NewDisposeScope();

        // Places of the bounding box outside the stencil gather the zero that follows the weights.
        Tensor values = _hasHoles ? cat([weight, weight.new_zeros([1])]) : weight;
        return values.index_select(0, _sources.On(weight.device)).view(_shape).MoveToOuterDisposeScope();
    }
}
