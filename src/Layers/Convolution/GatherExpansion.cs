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
    private readonly int _groups;
    private readonly bool _hasHoles;
    private readonly DeviceIndex _sources;

    internal GatherExpansion(FilterIndexMap map, int groups = 1)
    {
        _map = map;
        _groups = groups;
        _hasHoles = map.Stencil.Count < map.Stencil.Rows * map.Stencil.Columns;
        _sources = new DeviceIndex(groups == 1 ? map.Sources : [.. Enumerable.Range(0, groups).SelectMany(SourcesOfGroup)]);
    }

    /// <summary>The index map, where it serves all fields at once.</summary>
    internal FilterIndexMap? Map => _groups == 1 ? _map : null;

    internal override FieldType InputType => _map.InputType;

    internal override FieldType OutputType => _map.OutputType;

    internal override int WeightCount => _groups * _map.FreeCount;

    public override void Dispose() => _sources.Dispose();

    internal override Tensor Expand(Tensor weight)
    {
        using var scope = NewDisposeScope();

        // Places of the bounding box outside the stencil gather the zero that follows the weights.
        Tensor values = _hasHoles ? cat([weight, weight.new_zeros([1])]) : weight;
        return values
            .index_select(0, _sources.On(weight.device))
            .view(_groups * _map.OutputType.Channels, _map.InputType.Channels, _map.Stencil.Rows, _map.Stencil.Columns)
            .MoveToOuterDisposeScope();
    }

    internal override Tensor NormalWeights(double gain, bool transposed, Generator? generator)
    {
        int fan = (transposed ? _map.OutputType : _map.InputType).Channels * _map.Stencil.Count;
        return empty(WeightCount).normal_(0, Math.Sqrt(gain / fan), generator);
    }

    internal override Tensor AtCentre(Func<double[]> matrix)
    {
        CentreTaps.RequireIn(_map.Stencil);
        return CentreTaps.ToTensor(Enumerable.Range(0, _groups).SelectMany(_ => AtCentre(matrix())));
    }

    private double[] AtCentre(double[] matrix)
    {
        double[] weights = new double[_map.FreeCount];
        (int box, int centre) = (_map.Stencil.Rows * _map.Stencil.Columns, _map.Stencil.Slot(LatticePoint.Origin));
        for (int tap = 0; tap < matrix.Length; tap++)
        {
            weights[_map.Sources[(tap * box) + centre]] = matrix[tap];
        }

        return weights;
    }

    private IEnumerable<long> SourcesOfGroup(int group) => _map.Sources.Select(source =>
        source == _map.FreeCount ? WeightCount : source + ((long)group * _map.FreeCount));
}
