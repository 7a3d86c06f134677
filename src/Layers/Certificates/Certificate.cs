using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A proof of what a net commutes with on images of one size, from the rule <c>(n + 2p − k_eff) mod s = 0</c> and its counterparts, before
/// it runs: nothing is measured.
/// </summary>
/// <remarks>
/// What is certified holds for every weight and every image, apart from the rounding of sums taken in another order. What is called broken
/// fails for weights in general, provided that no window is larger than its image. Derivation and caveats: docs/exactness.md.
/// </remarks>
public sealed partial class Certificate
{
    private Certificate(EquivariantModule net, ImageSize input, GeometryWalk walk)
    {
        (Group, Input, Output) = (net.InputType.Group, input, walk.Output?.Size);
        Layers = [.. walk.Layers.Select(new LayerCertifier(Group).For)];
        int[] asked = walk.Output is { } output ? LayerCertifier.Asked(net.OutputType.Group, output) : [0];
        Elements = walk.Output is { } last
            ? [.. asked.Intersect(last.Commuting(net.OutputType.Group).Select(h => last.Elements[h])).Except(last.Moving)]
            : asked;
        Subgroup = PointElements.AsSubgroup(Group, Elements);
        SubgroupName = SubgroupNames.Of(Group, Subgroup);
        Exactness = walk.Output is null ? Exactness.Unknown
            : Elements.Count < asked.Length ? Exactness.Partial
            : net.OutputType.Group.IsExact ? Exactness.Exact : Exactness.Approximate;
        FirstOffender = Exactness is Exactness.Partial or Exactness.Unknown
            ? Layers.FirstOrDefault(layer => layer.Exactness is Exactness.Partial or Exactness.Unknown)
                ?? Layers.Where((_, i) => walk.Layers[i].Geometry is PolyphaseGeometry).LastOrDefault()
            : null;
        (Shifts, IsUpToShift) = (walk.Output?.Shifts, walk.Output is { Drift: > 0, Size: not null, Shifts: not null });
        Suggestions = Exactness == Exactness.Partial ? [.. new Mending(net, input, asked, FirstOffender?.Path).Suggestions()] : [];
    }

    /// <summary>The plane group of the net's input.</summary>
    public PlaneGroup Group { get; }

    /// <summary>The size of the net's input.</summary>
    public ImageSize Input { get; }

    /// <summary>The size of its output; null for feature vectors, and where a layer is unknown.</summary>
    public ImageSize? Output { get; }

    /// <summary>The layers in the order in which they are applied, without those that only hold others.</summary>
    public IReadOnlyList<LayerCertificate> Layers { get; }

    /// <summary>How exact the net is. A net with a restriction inside is asked for its output's group.</summary>
    public Exactness Exactness { get; }

    /// <summary>
    /// The elements of the point group that commute with the net exactly, in growing order: those that commute with every layer at the
    /// layer's own input size, and those for which later layers forget what an earlier one broke.
    /// </summary>
    public IReadOnlyList<int> Elements { get; }

    /// <summary>
    /// The subgroup that the elements form. On an image that is not square a quarter turn may commute while its inverse does not; then
    /// the elements are no subgroup, and this is that of those which keep the shape.
    /// </summary>
    public Subgroup Subgroup { get; }

    /// <summary>The subgroup as a plane group, such as <c>p4m</c>, or <c>pm (left-right)</c> where there are two.</summary>
    public string SubgroupName { get; }

    /// <summary>
    /// Whether shifts of the input shift the output by more or less, depending on the image, because polyphase sampling chose the phase and
    /// no layer took it back. Pooling over all positions does. Point elements are exact nevertheless.
    /// </summary>
    public bool IsUpToShift { get; }

    /// <summary>The shifts that the net commutes with; null where there are none or a layer is unknown.</summary>
    public ShiftSymmetry? Shifts { get; }

    /// <summary>The first layer that is not exact under every element that keeps the lattice; null where all are.</summary>
    public LayerCertificate? FirstOffender { get; }

    /// <summary>The nearest changes of which each makes the net exact under every element that keeps the lattice.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; }

    /// <summary>Certifies a net for images of one size.</summary>
    /// <param name="net">A net, or a single layer.</param>
    /// <param name="height">The height of its input in pixels, at most <see cref="ImageSize.MaximumSide"/>.</param>
    /// <param name="width">The width; over a hexagonal plane group equal to the height and odd.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1 or above <see cref="ImageSize.MaximumSide"/>.</exception>
    /// <exception cref="ArgumentException">The net cannot take an image of that size; the message names the layer.</exception>
    public static Certificate For(EquivariantModule net, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(net);
        if (height is < 1 or > ImageSize.MaximumSide || width is < 1 or > ImageSize.MaximumSide)
        {
            throw new ArgumentOutOfRangeException(
                height is < 1 or > ImageSize.MaximumSide ? nameof(height) : nameof(width),
                $"A certificate is for images of at least 1 x 1 and at most {ImageSize.MaximumSide} x {ImageSize.MaximumSide} pixels; " +
                $"it was asked for {height} x {width}.");
        }

        return For(net, new ImageSize(height, width), "certificate", nameof(height));
    }

    /// <summary>Certifies a plain module, such as a <c>Sequential</c> of equivariant layers and of others.</summary>
    /// <remarks>Of modules that are no equivariant ones nothing is known: the certificate is unknown and names the first of them.</remarks>
    /// <param name="net">The module.</param>
    /// <param name="inputType">The type of the tensors it takes.</param>
    /// <param name="height">The height of its input in pixels.</param>
    /// <param name="width">The width; over a hexagonal plane group equal to the height and odd.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1 or above <see cref="ImageSize.MaximumSide"/>.</exception>
    /// <exception cref="ArgumentException">The net cannot take an image of that size; the message names the layer.</exception>
    public static Certificate For(nn.Module<Tensor, Tensor> net, FieldType inputType, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(inputType);
        return For(SequenceOfPlain.Of(net, inputType), height, width);
    }

    /// <summary>The verdict, a table of the layers, the first offender and what mends the net.</summary>
    public override string ToString() => CertificateTable.Print(this);

    /// <summary>Certifies a net for whoever asks.</summary>
    /// <param name="net">The net.</param>
    /// <param name="input">The size of its input, of at least 1 x 1.</param>
    /// <param name="asked">What the caller was asked for, for its messages.</param>
    /// <param name="parameter">The caller's parameter that gave the size.</param>
    internal static Certificate For(EquivariantModule net, ImageSize input, string asked, string parameter)
    {
        if (net.InputType.Group.Lattice is HexagonalLattice && (input.Rows != input.Columns || input.Rows % 2 == 0))
        {
            throw new ArgumentException(
                $"{net.InputType.Group} acts on hexagons, which are stored on a square of odd side; a {asked} was asked for {input}. For " +
                "radius R give 2R + 1.",
                parameter);
        }

        var walk = GeometryWalk.Through(net, input, traced: TracedAxes.Both);
        return walk.Fault is null
            ? new Certificate(net, input, walk)
            : throw new ArgumentException($"No {asked} for images of {input}: {walk.Fault}", parameter);
    }
}
