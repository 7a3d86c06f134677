namespace GCnn.Groups;

/// <summary>Finds the invariants of <c>ρ_out ⊗ ρ_in ⊗ D</c>, by the shortest way that the representations allow.</summary>
internal static class KernelSolver
{
    public static KernelTerm[] Solve(Representation input, Representation output, FilterBasis filters, out int dimension)
    {
        List<KernelTerm> terms = [];
        dimension = (input as PermutationRepresentation, output as PermutationRepresentation) switch
        {
            (PermutationRepresentation i, PermutationRepresentation o) => BetweenPermutations(i, o, filters, terms),
            (PermutationRepresentation i, null) => FromPermutation(i, output, filters, terms),
            (null, PermutationRepresentation o) => IntoPermutation(input, o, filters, terms),
            _ => BetweenIrreps(input, output, filters, terms),
        };
        return [.. terms];
    }

    private static int BetweenPermutations(
        PermutationRepresentation input, PermutationRepresentation output, FilterBasis filters, List<KernelTerm> terms)
    {
        int di = input.Dimension;
        return InducedInvariants.Of(
            filters.Group.PointGroup,
            output.Dimension * di,
            (g, pair) => (output.Act(g, pair / di) * di) + input.Act(g, pair % di),
            filters.Count,
            filters.Action,
            (kernel, pair, b, value) => terms.Add(new(kernel, pair / di, pair % di, b, value)));
    }

    private static int FromPermutation(
        PermutationRepresentation input, Representation output, FilterBasis filters, List<KernelTerm> terms) =>
        OneSided(input, output, filters, (kernel, i, o, b, value) => terms.Add(new(kernel, o, i, b, value)));

    private static int IntoPermutation(
        Representation input, PermutationRepresentation output, FilterBasis filters, List<KernelTerm> terms) =>
        OneSided(output, input, filters, (kernel, o, i, b, value) => terms.Add(new(kernel, o, i, b, value)));

    /// <summary>Reports (kernel, basis vector that is permuted, coordinate of the other side, filter, value).</summary>
    private static int OneSided(
        PermutationRepresentation permuting, Representation other, FilterBasis filters, Action<int, int, int, int, double> report) =>
        InducedInvariants.Of(
            filters.Group.PointGroup,
            permuting.Dimension,
            permuting.Act,
            other.Dimension * filters.Count,
            g => Kronecker.Product(other.Entries(g), filters.Action(g)),
            (kernel, place, index, value) => report(kernel, place, index / filters.Count, index % filters.Count, value));

    /// <summary>Decomposes both representations, solves irrep by irrep and block of filters by block, and turns back.</summary>
    private static int BetweenIrreps(Representation input, Representation output, FilterBasis filters, List<KernelTerm> terms)
    {
        IrrepCopy[] inputs = IrrepCopy.Of(input);
        IrrepCopy[] outputs = IrrepCopy.Of(output);
        Dictionary<(Irrep, Irrep), IReadOnlyList<KernelTerm>> solved = [];
        int count = 0;
        foreach (IrrepCopy o in outputs)
        {
            foreach (IrrepCopy i in inputs)
            {
                if (!solved.TryGetValue((o.Irrep, i.Irrep), out IReadOnlyList<KernelTerm>? kernels))
                {
                    kernels = Between(i.Irrep, o.Irrep, filters);
                    solved.Add((o.Irrep, i.Irrep), kernels);
                }

                foreach (KernelTerm term in kernels)
                {
                    Turn(term, o, i, count, terms);
                }

                count += kernels.Count == 0 ? 0 : kernels[^1].Kernel + 1;
            }
        }

        return count;
    }

    /// <summary>In closed form where there is one, else by the Reynolds operator, which defines it.</summary>
    private static IReadOnlyList<KernelTerm> Between(Irrep input, Irrep output, FilterBasis filters) =>
        filters is HarmonicBasis harmonics && AnalyticKernels.Serve(input, output)
            ? AnalyticKernels.Between(input, output, harmonics)
            : ReynoldsKernels.Between(input, output, filters);

    /// <summary>The term <c>Q_out e_o e_iᵀ Q_inᵀ</c>, entry by entry.</summary>
    private static void Turn(KernelTerm term, IrrepCopy output, IrrepCopy input, int firstKernel, List<KernelTerm> terms)
    {
        foreach ((int o, double left) in output.Columns[term.Output])
        {
            foreach ((int i, double right) in input.Columns[term.Input])
            {
                terms.Add(new(firstKernel + term.Kernel, o, i, term.Filter, left * right * term.Value));
            }
        }
    }
}
