using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The map from free biases to the bias of each channel: a bias commutes with the action exactly when it is an invariant vector of each
/// field, so there is one free bias for each copy of the trivial representation.
/// </summary>
internal sealed class BiasExpansion : IDisposable
{
    private readonly DeviceIndex? _orbits;
    private readonly DeviceConstant? _basis;

    internal BiasExpansion(FieldType type)
    {
        if (type.IsPermutation)
        {
            Count = type.Orbits;
            _orbits = new DeviceIndex(type.OrbitOfChannel);
            return;
        }

        double[][] rows = [.. type.Blocks.SelectMany(block => Rows(block, type.Channels))];
        Count = rows.Length;
        _basis = new DeviceConstant([.. rows.SelectMany(row => row)], [rows.Length, type.Channels]);
    }

    /// <summary>The number of free biases.</summary>
    internal int Count { get; }

    public void Dispose()
    {
        _orbits?.Dispose();
        _basis?.Dispose();
    }

    /// <summary>One number for each channel.</summary>
    internal Tensor Expand(Tensor bias) => _orbits is not null
        ? bias.index_select(0, _orbits.On(bias.device))
        : bias.unsqueeze(0).matmul(_basis!.Like(bias)).squeeze(0);

    private static IEnumerable<double[]> Rows(FieldBlock block, int channels)
    {
        IReadOnlyList<double[]> invariants = InvariantVectors.Of(block.Representation);
        for (int field = 0; field < block.Fields; field++)
        {
            foreach (double[] vector in invariants)
            {
                double[] row = new double[channels];
                vector.CopyTo(row, block.Offset + (field * vector.Length));
                yield return row;
            }
        }
    }
}
