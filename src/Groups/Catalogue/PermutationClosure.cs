namespace GCnn.Groups;

/// <summary>The set of all products of given permutations, identity first.</summary>
internal static class PermutationClosure
{
    /// <summary>Lists the closure in breadth-first order.</summary>
    public static CayleyGraph<int[]> Of(string name, IReadOnlyList<int[]> generators)
    {
        int[] identity = [.. Enumerable.Range(0, RequirePermutations(name, generators))];
        return new CayleyGraph<int[]>(name, identity, generators, Compose, SequenceComparer.Numbering(), _ => null);
    }

    /// <summary>The product <c>g * h</c>, which sends <c>i</c> to <c>g(h(i))</c>.</summary>
    public static int[] Compose(int[] g, int[] h) => Array.ConvertAll(h, i => g[i]);

    private static int RequirePermutations(string name, IReadOnlyList<int[]> generators)
    {
        if (generators.Count == 0)
        {
            throw new ArgumentException(
                $"{name}: a permutation group needs at least one generator; for the trivial group pass the identity, [0].",
                nameof(generators));
        }

        int degree = generators[0].Length;
        for (int k = 0; k < generators.Count; k++)
        {
            if (!generators[k].Order().SequenceEqual(Enumerable.Range(0, degree)))
            {
                throw new ArgumentException(
                    $"{name}: generator {k} is [{string.Join(", ", generators[k])}], which is not a permutation of 0 to {degree - 1} " +
                    $"(generator 0 moves {degree} points). Points are counted from 0 and each appears once.",
                    nameof(generators));
            }
        }

        return degree;
    }
}
