using System.Text.Json.Serialization;
using GCnn.Groups;

namespace GCnn.Benchmarks;

/// <summary>How far a peer's filters between two representations lie from three kernel spaces of ours.</summary>
/// <param name="Group">The group.</param>
/// <param name="In">The peer's name of the input's representation.</param>
/// <param name="Out">The peer's name of the output's representation.</param>
/// <param name="Size">The side of the stencil.</param>
/// <param name="Filters">The number of the peer's filters.</param>
/// <param name="Lattice">All that is exact on the lattice: pixels, and the elements that keep it.</param>
/// <param name="TheirRings">Circular harmonics on the peer's rings.</param>
/// <param name="OurRings">Circular harmonics on our default rings.</param>
/// <param name="UpsideDown">The largest residual in the first space of the filters with their rows reversed.</param>
internal sealed record FilterComparison(
    string Group,
    string In,
    string Out,
    int Size,
    int Filters,
    SpanResult Lattice,
    SpanResult TheirRings,
    SpanResult OurRings,
    double? UpsideDown)
{
    /// <summary>Whether the pair holds a regular field.</summary>
    [JsonIgnore]
    public bool IsRegular => In == "regular" || Out == "regular";

    public static FilterComparison Of(PeerFilters file, PeerCase peer, PeerConventions ours)
    {
        (Representation input, Representation output) = (ours[peer.In], ours[peer.Out]);
        PlaneGroup group = ours.Group;
        Stencil stencil = Stencil.Square(peer.Size);
        KernelSpan lattice = new(OnLattice(group, input, output, stencil));
        return new(
            peer.Group,
            peer.In,
            peer.Out,
            peer.Size,
            peer.Dimension,
            SpanResult.Of(lattice, file, peer),
            SpanResult.Of(new([.. E2cnnRings.Of(peer.Size).Select(ring => Harmonic(ring))]), file, peer),
            SpanResult.Of(new(Harmonic(null)), file, peer),
            Enumerable.Range(0, peer.Dimension)
                .Select(b => (double?)lattice.Residual(Reversed(file.Part(peer.Filters, b), peer.Size)))
                .Max());

        KernelSpace Harmonic(HarmonicRings? rings) => KernelSpace.For(input, output, new HarmonicBasis(group, stencil, rings));
    }

    private static KernelSpace OnLattice(PlaneGroup group, Representation input, Representation output, Stencil stencil)
    {
        if (group.IsExact)
        {
            return KernelSpace.For(input, output, new PixelBasis(group, stencil));
        }

        PlaneGroup exact = group.LatticeGroup;
        int[] embedding = group.ElementsOf(exact);
        return KernelSpace.For(
            input.Restrict(exact.PointGroup, embedding), output.Restrict(exact.PointGroup, embedding), new PixelBasis(exact, stencil));
    }

    /// <summary>The broken twin: a filter read with y upwards.</summary>
    private static double[] Reversed(ReadOnlySpan<double> filter, int size)
    {
        double[] reversed = new double[filter.Length];
        for (int row = 0; row < filter.Length / size; row++)
        {
            int mirrored = (row / size * size) + size - 1 - (row % size);
            filter.Slice(row * size, size).CopyTo(reversed.AsSpan(mirrored * size));
        }

        return reversed;
    }
}

/// <summary>A space of ours and a peer's filters in it.</summary>
/// <param name="Dimension">The dimension of the space, as sampled.</param>
/// <param name="Residual">The largest <c>|f − P f| / |f|</c> of the filters, null where there are none.</param>
/// <param name="Drawn">The same of a filter with random weights.</param>
internal sealed record SpanResult(int Dimension, double? Residual, double? Drawn)
{
    public static SpanResult Of(KernelSpan span, PeerFilters file, PeerCase peer) => new(
        span.Rank,
        Enumerable.Range(0, peer.Dimension).Select(b => (double?)span.Residual(file.Part(peer.Filters, b))).Max(),
        peer.Drawn is PeerArray drawn ? span.Residual(file.Numbers(drawn)) : null);
}
