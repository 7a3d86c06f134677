using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Means over groups of neighbouring fields, for each sample: over the channels of their fields and over the positions, on hexagons over
/// the cells alone.
/// </summary>
/// <remarks>
/// The mean of squares is invariant for every orthogonal representation. A mean of values is so over channels that the group permutes,
/// all of a permutation field and the trivial irreps: only these have one. Sums are divided at the end: on integers they are exact.
/// </remarks>
internal sealed class GroupStatistics : IDisposable
{
    private readonly DeviceConstant _members;
    private readonly DeviceConstant _counts;
    private readonly DeviceConstant _permuted;
    private readonly DeviceConstant _permutedCounts;

    internal GroupStatistics(FieldType type, int groups)
    {
        int perGroup = type.Fields.Count / groups;
        double[] permuted = [.. type.Fields.SelectMany(PermutedChannels.Of).Select(moves => moves ? 1.0 : 0)];
        double[] members = new double[type.Channels * groups], counts = new double[groups], permutedCounts = new double[groups];
        for (int channel = 0; channel < type.Channels; channel++)
        {
            int group = type.FieldOf(channel) / perGroup;
            members[(channel * groups) + group] = 1;
            counts[group]++;
            permutedCounts[group] += permuted[channel];
        }

        FewestChannels = Enumerable.Range(0, groups).Min(group => permutedCounts[group] < counts[group] ? 2 : (long)counts[group]);
        _members = new DeviceConstant(members, [type.Channels, groups]);
        _counts = new DeviceConstant(counts, [1, groups]);
        _permuted = new DeviceConstant(permuted, [1, type.Channels]);
        _permutedCounts = new DeviceConstant([.. permutedCounts.Select(count => Math.Max(count, 1))], [1, groups]);
    }

    /// <summary>The number of channels of the smallest group, where all of them have a mean; 2 or more where some have none.</summary>
    internal long FewestChannels { get; }

    /// <summary>Which channels the group permutes, 1 or 0. <b>Shapes:</b> <c>1 x C</c>.</summary>
    public Tensor Permuted(Tensor like) => _permuted.Like(like);

    /// <summary>The mean of a group at the channels that have one, and 0 at the others.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W -> N x C</c>.</remarks>
    public Tensor Means(Tensor x, long positions)
    {
        Tensor permuted = _permuted.Like(x), members = _members.Like(x);
        Tensor means = (x.sum([2, 3]) * permuted).matmul(members) / (_permutedCounts.Like(x) * positions);
        return means.matmul(members.t()) * permuted;
    }

    /// <summary>The mean square of a group, at its channels.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W -> N x C</c>.</remarks>
    public Tensor MeanSquares(Tensor x, long positions)
    {
        Tensor members = _members.Like(x);
        return (x.pow(2).sum([2, 3]).matmul(members) / (_counts.Like(x) * positions)).matmul(members.t());
    }

    public void Dispose()
    {
        _members.Dispose();
        _counts.Dispose();
        _permuted.Dispose();
        _permutedCounts.Dispose();
    }

    /// <summary>The number of positions of an image; on hexagons, of the hexagon's cells.</summary>
    internal static long Positions(Tensor x, bool onHexagons) =>
        onHexagons ? new HexagonalDomain(HexagonMask.RadiusOf(x)).Count : x.size(2) * x.size(3);
}
