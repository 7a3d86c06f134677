using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Between permutations, on the lattice's own group, a gather: <c>filter[t] = w[orbit(t)]</c>. Its adjoint adds up the gradients of each
/// orbit's taps.
/// </summary>
internal sealed class GatherExpansion : FilterExpansion
{
    private readonly FilterIndexMap _map;
    private readonly bool _hasHoles;
    private readonly DeviceIndex _sources;

    internal GatherExpansion(FilterIndexMap map)
    {
        _map = map;
        _hasHoles = map.Stencil.Count < map.Stencil.Rows * map.Stencil.Columns;
        _sources = new DeviceIndex(map.Sources);
    }

    internal override int WeightCount => _map.FreeCount;

    public override void Dispose() => _sources.Dispose();

    internal override Tensor Expand(Tensor weight)
    {
        using var scope = NewDisposeScope();

        // Places of the bounding box outside the stencil gather the zero that follows the weights.
        Tensor values = _hasHoles ? cat([weight, weight.new_zeros([1])]) : weight;
        return values
            .index_select(0, _sources.On(weight.device))
            .view(_map.OutputType.Channels, _map.InputType.Channels, _map.Stencil.Rows, _map.Stencil.Columns)
            .MoveToOuterDisposeScope();
    }

    internal override Tensor InitialWeights(Generator? generator) => HeInitialization.Normal(_map, generator);
}
