using GCnn.Actions;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Training;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Reports.Html;

/// <summary>Pictures of test galaxies, as the nets see them.</summary>
/// <param name="data">The data.</param>
/// <param name="size">The side of what the nets see.</param>
internal sealed class Gallery(GalaxyData data, int size)
{
    private static readonly Lattice Square = new SquareLattice();

    private readonly Dictionary<(int Test, int Side), LatticeImage> _known = [];

    /// <summary>A galaxy as it is in the data.</summary>
    /// <param name="test">Its number among the test objects.</param>
    /// <param name="side">About how wide it shall be.</param>
    public LatticeImage Picture(int test, int side)
    {
        if (!_known.TryGetValue((test, side), out LatticeImage? picture))
        {
            using DisposeScope scope = NewDisposeScope();
            picture = LatticeImage.Of(Square, Centre(test).contiguous().data<float>().ToArray(), size, side);
            _known.Add((test, side), picture);
        }

        return picture;
    }

    /// <summary>A galaxy moved by each element of a lattice's symmetries.</summary>
    /// <param name="test">Its number among the test objects.</param>
    /// <param name="symmetries">The symmetries.</param>
    /// <param name="side">About how wide each picture shall be.</param>
    public IReadOnlyList<LatticeImage> Poses(int test, PlaneGroup symmetries, int side)
    {
        using DisposeScope scope = NewDisposeScope();
        using var view = new LatticeView(symmetries.Lattice, size);
        Tensor seen = view.Of(Centre(test));
        var colours = FieldType.Trivial(symmetries, (int)seen.size(1));
        return
        [
            .. Enumerable.Range(0, symmetries.Order).Select(h => LatticeImage.Of(
                symmetries.Lattice, seen.Transform(colours, h).contiguous().data<float>().ToArray(), size, side)),
        ];
    }

    private Tensor Centre(int test) => GalaxyAugmentation.Centre(GalaxyBatch.Load(data.TestSet, [data.Test[test]]), size);
}
