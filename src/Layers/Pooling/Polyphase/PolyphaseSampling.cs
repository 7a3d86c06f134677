using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Adaptive polyphase sampling of a circular image: of the <c>s²</c> phases <c>x_t(y) = x(s y + t)</c> the one with the largest
/// <c>Σ_y ‖x_t(y)‖²</c>. A stride that commutes with every shift, not only with multiples of itself, and with every point element, on even
/// sizes too.
/// </summary>
/// <remarks>
/// <para>
/// <b>Why it commutes.</b> Let <c>g</c> be the element <c>p → M p + a</c> of the plane group on the torus. It takes the sample
/// <c>s y + t</c> to <c>s M y + (M t + a)</c>. Write <c>M t + a = s u + t'</c> with a phase <c>t'</c>: that is sample number <c>M y + u</c>
/// of phase <c>t'</c>. So <c>t → t'</c> is a permutation of the phases, and <c>(L_g x)_t' = L_(M, u) x_t</c>: each phase of the moved image
/// is a phase of the image, moved by an element of the coarse plane group. Norms, which orthogonal <c>ρ</c> keep, are the same; so if
/// <c>t</c> is kept of <c>x</c>, then <c>t'</c> is kept of <c>L_g x</c>, and <c>f(L_g x) = L_(M, u) f(x)</c>.
/// </para>
/// <para>
/// <b>What moves.</b> A point element about the image's centre is <c>p → M p + a</c> with <c>a = c' − M c</c>, for <c>c</c> and <c>c'</c>
/// the centres before and after. On rectangles <c>s y + t</c> turns to <c>s (N − 1 − y) + (s − 1 − t)</c> along an axis that flips, so
/// <c>(M, u)</c> is the same element about the coarse image's centre; on hexagons, and for shifts, a shift of the coarse image that depends
/// on <c>t</c> comes on top. Layers that commute with the
/// point group and with all shifts of the torus (circular convolutions, whatever acts on each position alone, and this one) hand that
/// shift on, and pooling over all positions removes it: group pooling, <see cref="SpatialPooling"/> and a classifier give exactly invariant
/// numbers. <see cref="PolyphaseUpsampling"/> puts samples back at <c>s y + t</c>, so that image to image nothing moves at all.
/// </para>
/// <para>
/// <b>Ties.</b> Among phases of equal norm the one is kept whose normal form comes first, in the order of its numbers: one of all images
/// that the coarse plane group makes of it, the same whichever of them it is made from. Phases that tie in this too are moved to each
/// other by an element of the coarse plane group,
/// so that either gives the same invariant numbers: ties do not break invariance. (Which element <c>(M, u)</c> relates <c>f(L_g x)</c> to
/// <c>f(x)</c> is then not determined, and cannot be: where a reflection exchanges two phases of an image and leaves the image as it is, it
/// would have to leave the phase that is kept as it is.) Norms and forms are compared in float64, exactly where sums are exact; otherwise
/// phases whose norms agree to within rounding may be exchanged.
/// </para>
/// <para>
/// <b>On hexagons</b> the phases are the <c>s²</c> cosets of <c>s Z²</c>, and no sample is lost. Images do not wrap there: the output is
/// that of the moved image moved by an element of the plane group over the whole lattice, and what a later layer lets run over the edge of
/// its hexagon may differ. Keep a margin of zeros, or sample at centred windows (docs/exactness.md), which are exact.
/// </para>
/// <para>
/// The gradient goes to the samples that were kept. The choice is made from the numbers of each image, so no plain module computes it and
/// the layer has no export. <b>Shapes:</b> <c>N x C x H x W -> N x C x H/s x W/s</c>; on hexagons radius <c>R</c> to
/// <c>⌊(R + τ) / s⌋</c>, with <c>τ</c> the largest distance from a cell to the nearest of <c>s Z²</c>.
/// Source: [ChamanDokmanic2021].
/// </para>
/// </remarks>
public sealed partial class PolyphaseSampling : EquivariantModule, IGeometric
{
    private readonly Dictionary<(int Rows, int Columns), PhaseMap> _maps = [];

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="stride">The step <c>s</c> between samples, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stride is less than 1.</exception>
    public PolyphaseSampling(FieldType type, int stride = 2)
        : base(nameof(PolyphaseSampling), type, type)
    {
        RequireAtLeast(1, stride, nameof(PolyphaseSampling), nameof(stride));
        Stride = stride;
    }

    /// <summary>The step between samples in pixels.</summary>
    public int Stride { get; }

    /// <summary>The phases of the images that went through <see cref="forward"/> last, for upsampling; null before the first.</summary>
    public PolyphaseChoice? LastChoice { get; private set; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PolyphaseGeometry(Stride);

    /// <summary>Samples each image at the phase of largest norm.</summary>
    /// <param name="input">A tensor of the type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the type, or the stride does not divide a side.</exception>
    public override Tensor forward(Tensor input) => Sample(input, LastChoice = Choose(input));

    /// <summary>The phase of largest norm of each image of a batch.</summary>
    /// <param name="input">A tensor of the type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the type, or the stride does not divide a side.</exception>
    public PolyphaseChoice Choose(Tensor input)
    {
        PhaseMap map = MapOf(input);
        using DisposeScope scope = NewDisposeScope();
        Tensor image = input.detach().to(ScalarType.Float64), squares = image.pow(2).sum([1]).flatten(1);
        double[] norms = [.. WithOutside(squares).index_select(1, map.Places.On(input.device))
            .reshape(input.size(0), map.Phases, map.Area).sum(2).cpu().contiguous().data<double>()];
        int[] phases = [.. norms.Chunk(map.Phases).Select((of, sample) => Largest(of, image.narrow(0, sample, 1), map))];
        return new PolyphaseChoice(phases, (int)input.size(2), (int)input.size(3));
    }

    /// <summary>Samples each image at a phase that was chosen before, as for labels that belong to the images. Differentiable.</summary>
    /// <param name="input">A tensor of the type.</param>
    /// <param name="choice">The phases of as many images of the same size.</param>
    /// <exception cref="ArgumentException">The tensor is not of the type, or the choice is for other images.</exception>
    public Tensor Sample(Tensor input, PolyphaseChoice choice)
    {
        PhaseMap map = MapOf(input);
        RequireChoice(choice, input.size(0), (int)input.size(2), (int)input.size(3), GetName());
        using var scope = NewDisposeScope();
        Tensor samples = WithOutside(input.flatten(2)).gather(2, Places(choice, map, input));
        return samples.reshape(input.size(0), input.size(1), map.Rows, map.Columns).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (PhaseMap map in _maps.Values)
            {
                map.Dispose();
            }

            _maps.Clear();
        }

        base.Dispose(disposing);
    }

    /// <summary>The phases of images of a size.</summary>
    internal PhaseMap MapFor(int rows, int columns)
    {
        if (!_maps.TryGetValue((rows, columns), out PhaseMap? map))
        {
            map = PhaseMap.For(InputType.Group, Stride, rows, columns);
            _maps.Add((rows, columns), map);
        }

        return map;
    }

    /// <summary>
    /// For each sample of the coarse image its place in the fine one. The caller owns the scope. <b>Shapes:</b> <c>N x C x area</c>.
    /// </summary>
    internal static Tensor Places(PolyphaseChoice choice, PhaseMap map, Tensor image) => map.Places.On(image.device)
        .reshape(map.Phases, map.Area)
        .index_select(0, tensor([.. choice.Phases.Select(phase => (long)phase)], device: image.device))
        .unsqueeze(1)
        .expand(image.size(0), image.size(1), map.Area);

    /// <summary>Refuses a choice that was made for other images.</summary>
    internal static void RequireChoice(PolyphaseChoice choice, long samples, int? rows, int? columns, string name)
    {
        ArgumentNullException.ThrowIfNull(choice);
        if (choice.Phases.Count != samples || (rows ?? choice.Rows) != choice.Rows || (columns ?? choice.Columns) != choice.Columns)
        {
            throw new ArgumentException(
                $"{name}: the phases were chosen for {choice.Phases.Count} images of {choice.Rows} x {choice.Columns}; these are " +
                $"{samples}{(rows is null ? "" : $" of {rows} x {columns}")}. Choose the phases of the same batch.",
                nameof(choice));
        }
    }

    /// <summary>On hexagons one more place, a zero, after the last pixel: what places outside are read from.</summary>
    private Tensor WithOutside(Tensor pixels) => OnHexagons ? nn.functional.pad(pixels, [0, 1]) : pixels;

    private PhaseMap MapOf(Tensor input)
    {
        RequireInput(input);
        (int rows, int columns) = ((int)input.size(2), (int)input.size(3));
        return OnHexagons || (rows % Stride == 0 && columns % Stride == 0)
            ? MapFor(rows, columns)
            : throw new ArgumentException(
                $"{GetName()}: a circular image of {rows} x {columns} pixels has no {Stride} x {Stride} phases of equal size. Pad " +
                $"or crop it to multiples of {Stride} before the first layer.",
                nameof(input));
    }

    private int Largest(double[] norms, Tensor image, PhaseMap map)
    {
        // A NaN is to be seen in the output, so it counts as the largest.
        double[] ranks = Array.ConvertAll(norms, norm => double.IsNaN(norm) ? double.PositiveInfinity : norm);
        int[] tied = [.. Enumerable.Range(0, ranks.Length).Where(phase => ranks[phase] == ranks.Max())];
        return tied.Length == 1
            ? tied[0]
            : tied[PhaseTies.First(InputType, [.. tied.Select(phase =>
                Sample(image, new PolyphaseChoice([phase], (int)image.size(2), (int)image.size(3))))])];
    }
}
