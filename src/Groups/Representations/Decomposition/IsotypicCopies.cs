namespace GCnn.Groups;

/// <summary>
/// Orthogonal copies of an irrep <c>σ</c> inside a representation <c>ρ</c>: intertwiners <c>T_a</c> with <c>T_aᵀ T_b = δ_ab</c>.
/// </summary>
/// <remarks>
/// The candidates are <c>T_r = 1/|G| Σ_g (ρ(g) e_r) (σ(g) e_0)ᵀ</c>. They span all intertwiners, since <c>⟨T_r, S⟩ = (S e_0)_r</c> for
/// any of them, and one with <c>S e_0 = 0</c> is 0. <c>T_aᵀ T</c> commutes with <c>σ</c>, so it is a real number, complex number or
/// quaternion; Gram-Schmidt with these as scalars, <c>T − Σ_a T_a (T_aᵀ T)</c>, leaves an intertwiner that is orthogonal to all of
/// every copy. What is left has <c>Tᵀ T</c> symmetric and commuting, which is a multiple of 1. Source: [Serre1977], section 2.7,
/// proposition 8.
/// </remarks>
internal sealed class IsotypicCopies
{
    private readonly Representation _rho;
    private readonly Irrep _sigma;
    private readonly double[][] _columns;
    private readonly List<double[]> _found = [];

    public IsotypicCopies(Representation rho, Irrep sigma, int multiplicity)
    {
        _rho = rho;
        _sigma = sigma;
        int d = sigma.Dimension;
        _columns = [.. Enumerable.Range(0, rho.Group.Order).Select(g => FirstColumn(sigma, g))];

        // The squared norms of the candidates add up to missing m / d, so one has at least the mean. None is exactly 1/e of it, so that
        // rounding does not choose.
        double mean = (double)(int)sigma.Type / (d * rho.Dimension);
        for (int tried = 0; _found.Count < multiplicity; tried++)
        {
            Try(tried % rho.Dimension, (multiplicity - _found.Count) * mean / Math.E);
            if (tried >= rho.Dimension * (multiplicity + 1))
            {
                throw new InvalidOperationException(
                    $"'{rho}' of {rho.Group}: {_found.Count} of {multiplicity} copies of '{sigma}' were found. Its matrices do not " +
                    "multiply as the group's elements do.");
            }
        }
    }

    /// <summary>The copies, <c>ρ.Dimension x σ.Dimension</c> each, row-major.</summary>
    public IReadOnlyList<double[]> Found => _found;

    private static double[] FirstColumn(Irrep sigma, int g)
    {
        ReadOnlySpan<double> entries = sigma.Entries(g);
        double[] column = new double[sigma.Dimension];
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = entries[i * column.Length];
        }

        return column;
    }

    /// <summary>Keeps what candidate <c>r</c> adds to the copies, unless it is too little to be accurate.</summary>
    private void Try(int r, double enough)
    {
        int d = _sigma.Dimension;
        double[] candidate = new double[_rho.Dimension * d];
        for (int g = 0; g < _columns.Length; g++)
        {
            RepresentationAction.AddOuter(_rho, g, r, _columns[g], candidate);
        }

        RowMajor.Scale(candidate, 1.0 / _columns.Length);
        TakeCopiesFrom(candidate);
        double norm = RowMajor.Dot(candidate, candidate);
        if (norm >= enough)
        {
            RowMajor.Scale(candidate, Math.Sqrt(d / norm));
            TakeCopiesFrom(candidate);
            RowMajor.Scale(candidate, Math.Sqrt(d / RowMajor.Dot(candidate, candidate)));
            _found.Add(candidate);
        }
    }

    private void TakeCopiesFrom(double[] candidate)
    {
        int d = _sigma.Dimension;
        foreach (double[] copy in _found)
        {
            double[] scalar = RowMajor.TransposedProduct(copy, candidate, _rho.Dimension);
            RowMajor.Scale(scalar, -1);
            RowMajor.AddScaled(candidate, 1, RowMajor.Product(copy, scalar, d));
        }
    }
}
