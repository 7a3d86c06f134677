using GCnn.Actions;
using GCnn.Experiments.Kernels;
using GCnn.Groups;
using GCnn.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Reports.Html;

/// <summary>
/// One image in every pose, and what a field of the first layers makes of each: <c>f(L_h x)[h g] = L_h f(x)[g]</c>, so that the map of
/// element <c>g</c> appears turned in the channel of <c>h g</c>. One map is followed; turned back it must look as it did.
/// </summary>
internal sealed record FeatureMotion
{
    private const int ImageSide = 78;
    private const int MapSide = 66;

    /// <summary>Names of the poses, elements of the lattice's symmetries.</summary>
    public required IReadOnlyList<string> Poses { get; init; }

    /// <summary>Names of the field's channels, elements of the model's group.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>The image in each pose.</summary>
    public required IReadOnlyList<LatticeImage> Images { get; init; }

    /// <summary>For each channel a map for each pose.</summary>
    public required IReadOnlyList<IReadOnlyList<LatticeImage>> Maps { get; init; }

    /// <summary>For each pose the channel to which the followed map goes; null where the group does not have the pose.</summary>
    public required IReadOnlyList<int?> Followed { get; init; }

    /// <summary>For each pose the followed map turned back; where the group lacks the pose, the channel in which it was.</summary>
    public required IReadOnlyList<LatticeImage> TurnedBack { get; init; }

    /// <summary>For each pose the largest change of the followed map, in parts of its largest value.</summary>
    public required IReadOnlyList<double> Changes { get; init; }

    /// <summary>Moves an image and watches a field.</summary>
    /// <param name="layers">Layers from images to regular fields, one after another.</param>
    /// <param name="symmetries">The symmetries of the lattice, which hold the layers' group.</param>
    /// <param name="image">The image, <c>1 x 3 x n x n</c>.</param>
    public static FeatureMotion Of(IReadOnlyList<EquivariantModule> layers, PlaneGroup symmetries, Tensor image)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        PlaneGroup group = layers[^1].OutputType.Group;
        var colours = FieldType.Trivial(symmetries, (int)image.size(1));
        Tensor[] moved = [.. Enumerable.Range(0, symmetries.Order).Select(h => image.Transform(colours, h))];
        Tensor[] features = Array.ConvertAll(moved, x => layers.Aggregate(x, (y, layer) => layer.call(y)));
        int field = LiveliestField(features[0], group.Order);
        Tensor[] maps = Array.ConvertAll(features, f => f.narrow(1, field * group.Order, group.Order));
        int followed = (int)maps[0].amax([2, 3]).flatten().argmax().item<long>();
        int?[] carriers = Carriers(symmetries, group, followed);
        var plain = FieldType.Trivial(symmetries, 1);
        Tensor still = maps[0].narrow(1, followed, 1);
        Tensor[] back =
        [
            .. maps.Select((map, h) => map.narrow(1, carriers[h] ?? followed, 1)
                .Transform(plain, symmetries.PointGroup.Inverse(h))),
        ];
        float largest = maps.Max(map => map.max().item<float>());
        LatticeImage Draw(Tensor map) => LatticeImage.Grey(group.Lattice, Values(map), largest, (int)map.size(-1), MapSide);
        return new FeatureMotion
        {
            Poses = [.. Enumerable.Range(0, symmetries.Order).Select(h => Numbers.Element(ElementName.Of(symmetries, h)))],
            Channels = [.. Enumerable.Range(0, group.Order).Select(g => Numbers.Element(ElementName.Of(group, g)))],
            Images = [.. moved.Select(x => LatticeImage.Of(symmetries.Lattice, Values(x), (int)x.size(-1), ImageSide))],
            Maps = [.. Enumerable.Range(0, group.Order).Select(g => (LatticeImage[])[.. maps.Select(map => Draw(map.narrow(1, g, 1)))])],
            Followed = carriers,
            TurnedBack = [.. back.Select(Draw)],
            Changes = [.. back.Select(map => Change(map, still))],
        };
    }

    private static double Change(Tensor map, Tensor still)
    {
        double largest = still.abs().max().item<float>();
        return largest > 0 ? (map - still).abs().max().item<float>() / largest : 0;
    }

    // The field that has most to say about the image.
    private static int LiveliestField(Tensor features, int order) =>
        (int)features.reshape(features.size(1) / order, -1).std(1).argmax().item<long>();

    private static int?[] Carriers(PlaneGroup symmetries, PlaneGroup group, int followed)
    {
        int[] elements = symmetries.ElementsOf(group);
        return
        [
            .. Enumerable.Range(0, symmetries.Order).Select(h => Array.IndexOf(elements, h) is var k and >= 0
                ? group.PointGroup.Multiply(k, followed)
                : (int?)null),
        ];
    }

    private static float[] Values(Tensor tensor) => tensor.contiguous().data<float>().ToArray();
}
