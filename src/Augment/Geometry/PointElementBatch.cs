using System.Collections.Concurrent;
using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>The core's action on images whose channels do not turn, with the indices of the sizes met so far.</summary>
internal sealed class PointElementBatch
{
    private readonly ConcurrentDictionary<FieldType, SampleActions> _actions = [];
    private readonly PixelMoves _moves = new();

    /// <summary>Where an element takes an image of a size.</summary>
    public static Placement Place(PointElementParameters drawn, ImageSize before)
    {
        bool isHexagonal = drawn.Group.Lattice is HexagonalLattice;
        return new(drawn.Map, drawn.Group.SwapsAxes(drawn.Element) ? before.Turned : before) { IsHexagonal = isHexagonal };
    }

    public Tensor Apply(Tensor images, PlaneGroup group, PointElementParameters[] parameters)
    {
        int[] elements = Array.ConvertAll(parameters, drawn => drawn.Of(group).Element);
        var before = ImageSize.Of(images);
        ImageSize[] sizes = Array.ConvertAll(parameters, drawn => Place(drawn, before).After);
        if (PlainImages.Are(images) && Array.TrueForAll(sizes, size => size == sizes[0]))
        {
            return _moves.Apply(images, group, elements, sizes[0]);
        }

        var scalars = FieldType.Trivial(group, (int)images.shape[1]);
        return _actions.GetOrAdd(scalars, type => new SampleActions(type)).Apply(images, elements);
    }
}
