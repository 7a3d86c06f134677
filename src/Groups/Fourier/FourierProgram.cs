namespace GCnn.Groups;

/// <summary>Writes the programs of <see cref="FastFourierTransform"/>.</summary>
internal static class FourierProgram
{
    /// <summary>
    /// The program for a group with irreps in closed form, of which <c>D_n</c> has two of frequency 0 and <c>C_n</c> one. Coefficients are
    /// in the order of the irreps; of each, the columns that <see cref="FourierBlock"/> keeps.
    /// </summary>
    public static StraightLineProgram Of(FiniteGroup group, IReadOnlyList<Irrep> irreps)
    {
        bool isDihedral = irreps.Count(irrep => irrep.Frequency == 0) == 2;
        int n = isDihedral ? group.Order / 2 : group.Order;
        ProgramBuilder builder = new(group.Order);
        CyclicTransform cyclic = new(builder);
        RealSpectrum[] spectra = [.. Enumerable.Range(0, group.Order / n).Select(part => cyclic.Transform(
            [.. Enumerable.Range(part * n, n).Select(Term.Input)]))];
        return builder.Build([.. irreps.SelectMany(irrep => isDihedral
            ? Dihedral(builder, irrep, spectra[0][Frequency(irrep)], spectra[1][Frequency(irrep)])
            : Cyclic(irrep, spectra[0][Frequency(irrep)]))]);
    }

    private static int Frequency(Irrep irrep) => irrep.Frequency.GetValueOrDefault();

    private static IEnumerable<Term> Cyclic(Irrep irrep, ComplexTerm x) =>
        irrep.Dimension == 1 ? [x.Real] : [x.Real, x.Imaginary];

    private static IEnumerable<Term> Dihedral(ProgramBuilder builder, Irrep irrep, ComplexTerm x, ComplexTerm y)
    {
        if (irrep.Dimension == 1)
        {
            int n = irrep.Group.Order / 2;
            return [builder.Combine(1, x.Real, irrep.Entries(n)[0], y.Real)];
        }

        return
        [
            builder.Add(x.Real, y.Real),
            builder.Add(x.Imaginary, y.Imaginary),
            builder.Subtract(y.Imaginary, x.Imaginary),
            builder.Subtract(x.Real, y.Real),
        ];
    }
}
