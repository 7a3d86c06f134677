namespace GCnn.Groups;

/// <summary>
/// The kernels between irreps of <c>C_N</c>, <c>D_N</c>, SO(2) and O(2) in closed form: an orthonormal basis written down, not projected.
/// </summary>
/// <remarks>
/// <para>
/// <b>Turns.</b> Read a pair of coordinates as a complex number, so that <c>ρ_k(r)</c> multiplies it by <c>e^{ikθ}</c>, <c>θ = 2π / N</c>,
/// and <c>ρ_k(s)</c> conjugates it. A real linear map is <c>z → Z z + W z̄</c>. From frequency <c>m</c> to <c>n</c> the constraint
/// reads <c>Z(φ + θ) = e^{i(n−m)θ} Z(φ)</c> and <c>W(φ + θ) = e^{i(n+m)θ} W(φ)</c>: <c>Z</c> and <c>W</c> consist of the <c>e^{iμφ}</c>
/// with whole <c>μ</c>, of either sign, congruent to <c>n − m</c> and to <c>n + m</c> modulo <c>N</c>.
/// </para>
/// <para>
/// <b>Reflections.</b> Under <c>φ → 2α − φ</c> both must go to their conjugates, so the coefficients of <c>e^{iμ(φ−α)}</c> are real.
/// <b>Irreps of one coordinate</b> are the real axis, where <c>z̄ = z</c>: <c>W</c> is all there is, its real part where the output is one;
/// a sign <c>s → −1</c> makes the coefficients imaginary.
/// </para>
/// <para>
/// <b>Table</b>, with <c>c = cos μψ</c> and <c>s = sin μψ</c> on a ring; <c>ψ = φ − α</c> is the angle from the mirror, or just <c>φ</c>:
/// </para>
/// <list type="table">
/// <listheader><term>input → output</term><description>kernels, for each <c>μ</c> that the basis bears</description></listheader>
/// <item><term>pair → pair, <c>μ ≡ n − m</c></term><description><c>[[c, −s], [s, c]]</c>, <c>[[−s, −c], [c, −s]]</c></description></item>
/// <item><term>pair → pair, <c>μ ≡ n + m</c></term><description><c>[[c, s], [s, −c]]</c>, <c>[[−s, c], [c, s]]</c></description></item>
/// <item><term>one → pair, <c>μ ≡ n + m</c></term><description><c>[c, s]ᵀ</c>, <c>[−s, c]ᵀ</c></description></item>
/// <item><term>pair → one, <c>μ ≡ n + m</c></term><description><c>[c, s]</c>, <c>[−s, c]</c></description></item>
/// <item><term>one → one, <c>0 ≤ μ ≡ n + m</c></term><description><c>c</c>, <c>−s</c></description></item>
/// </list>
/// <para>
/// <c>C_N</c> and SO(2) have both kernels; <c>D_N</c> and O(2) the first, or the second where exactly one of the two irreps is a sign
/// <c>s → −1</c>. Coincidences, such as <c>μ ≡ −μ</c> for <c>n = m = N / 4</c>, need no rows of their own: <c>μ</c> and <c>−μ</c> count
/// apart. For SO(2) and O(2) the band limit leaves <c>μ = n ∓ m</c> alone. Source: [WeilerCesa2019], appendix F, tables 11 and 12.
/// </para>
/// </remarks>
public static class AnalyticKernels
{
    /// <summary>Whether both irreps are known by their frequency, as <see cref="Irreps.Of"/> finds them for C_n and D_n.</summary>
    /// <param name="input">The irrep of the input field.</param>
    /// <param name="output">The irrep of the output field.</param>
    public static bool Serve(Irrep input, Irrep output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        return input.Frequency is not null && output.Frequency is not null;
    }

    /// <summary>The kernels: harmonic by harmonic, <c>n − m</c> before <c>n + m</c>, <c>μ</c> before <c>−μ</c>.</summary>
    /// <param name="input">The irrep of the input field.</param>
    /// <param name="output">The irrep of the output field.</param>
    /// <param name="filters">Circular harmonics, which name the group.</param>
    /// <exception cref="ArgumentException">An irrep is of another group than the filters, or was found numerically.</exception>
    public static KernelTerm[] Between(Irrep input, Irrep output, HarmonicBasis filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        IrrepKernelPatterns patterns = new(
            Required(input, filters, nameof(input)), Required(output, filters, nameof(output)), filters.Group);
        List<KernelTerm> terms = [];
        int kernel = 0;
        for (int b = 0; b < filters.Count; b++)
        {
            CircularHarmonic harmonic = filters.Harmonics[b];
            if (!harmonic.IsSine)
            {
                kernel = patterns.Write(harmonic.Frequency, b, kernel, terms);
            }
        }

        return [.. terms];
    }

    private static Irrep Required(Irrep irrep, HarmonicBasis filters, string name)
    {
        ArgumentNullException.ThrowIfNull(irrep, name);
        if (!irrep.Group.Equals(filters.Group.PointGroup) || irrep.Frequency is null)
        {
            throw new ArgumentException(
                $"The {name} '{irrep}' of {irrep.Group} has no closed form for filters of {filters.Group}: it needs an irrep with a " +
                $"frequency, of the point group {filters.Group.PointGroup}. Take it from Irreps.Of(group.PointGroup).",
                name);
        }

        return irrep;
    }
}
