namespace GCnn.Groups;

/// <summary>The set of all products of given permutations, identity first.</summary>
internal static class PermutationClosure
{
    /// <summary>Lists the closure in breadth-first order, with a way back from a permutation to its number.</summary>
    public static List<int[]> Of(string name, int[][] generators, out Dictionary<int[], int> indexOf)
    {
        int degree = RequirePermutations(name, generators);
        List<int[]> elements = [[.. Enumerable.Range(0, degree)]];
        indexOf = new Dictionary<int[], int>(new ByContent()) { [elements[0]] = 0 };
        for (int next = 0; next < elements.Count; next++)
        {
            foreach (int[] generator in generators)
            {
                int[] product = Compose(elements[next], generator);
                if (indexOf.TryAdd(product, elements.Count))
                {
                    elements.Add(product);
                }
            }
        }

        return elements;
    }

    /// <summary>The product <c>g * h</c>, which sends <c>i</c> to <c>g(h(i))</c>.</summary>
    public static int[] Compose(int[] g, int[] h) => Array.ConvertAll(h, i => g[i]);

    private static int RequirePermutations(string name, int[][] generators)
    {
        if (generators.Length == 0)
        {
            throw new ArgumentException(
                $"{name}: a permutation group needs at least one generator; for the trivial group pass the identity, [0].",
                nameof(generators));
        }

        int degree = generators[0].Length;
        for (int k = 0; k < generators.Length; k++)
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

    /// <summary>Compares permutations entry by entry.</summary>
    private sealed class ByContent : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj) => GroupTable.Hash(obj);
    }
}
