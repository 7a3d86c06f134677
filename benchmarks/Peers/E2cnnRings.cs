using GCnn.Groups;

namespace GCnn.Benchmarks;

/// <summary>The rings that e2cnn 0.2.3 gives a filter by default (<c>compute_basis_params</c> of <c>R2Conv</c>).</summary>
/// <remarks>
/// Radii 0, 1, …, (size − 1) / 2. The width is 0.005 at the centre, which is the centre pixel alone, 0.4 on the outermost ring and 0.6 on
/// those between. Frequencies reach 0 at the centre, 2 on the outermost ring, and <c>2ρ</c>, or <c>2ρ − 1</c> for even <c>ρ</c>, between.
/// </remarks>
internal static class E2cnnRings
{
    /// <summary>Each ring by itself, because their widths differ.</summary>
    public static IEnumerable<HarmonicRings> Of(int size)
    {
        int outermost = (size - 1) / 2;
        for (int radius = 0; radius <= outermost; radius++)
        {
            int frequency = radius == outermost ? 2 : (2 * radius) - ((radius + 1) % 2);
            yield return radius == 0
                ? new HarmonicRings([0], width: 0.005, cutoff: 0)
                : new HarmonicRings([radius], radius == outermost ? 0.4 : 0.6, (double)frequency / radius);
        }
    }
}
