namespace GCnn.Groups;

public sealed partial class FiniteGroup
{
    private const int MaximumDegree = 5;

    /// <summary>
    /// The symmetric group <c>S_n</c> of all permutations of <c>0 … n − 1</c>, order <c>n!</c>: elements are numbered in the lexicographic
    /// order of their images <c>g(0), g(1), …</c>.
    /// </summary>
    /// <remarks>Source: [Serre1977], section 5.8 (<c>S_4</c>).</remarks>
    /// <param name="n">The number of points, 1 to 5.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1 or more than 5.</exception>
    public static FiniteGroup Symmetric(int n) => OfPermutations("S", n, _ => true);

    /// <summary>
    /// The alternating group <c>A_n</c> of the even permutations of <c>0 … n − 1</c>, order <c>n! / 2</c> for <c>n ≥ 2</c>, numbered in
    /// lexicographic order.
    /// </summary>
    /// <remarks>Source: [Serre1977], section 5.7 (<c>A_4</c>).</remarks>
    /// <param name="n">The number of points, 1 to 5.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1 or more than 5.</exception>
    public static FiniteGroup Alternating(int n) => OfPermutations("A", n, IsEven);

    private static FiniteGroup OfPermutations(string family, int n, Func<int[], bool> isMember)
    {
        if (n is < 1 or > MaximumDegree)
        {
            throw new ArgumentOutOfRangeException(
                nameof(n),
                $"{family}_n is in the catalogue for n = 1 to {MaximumDegree}; it was asked for n = {n}. Larger groups of permutations " +
                $"come from {nameof(FromPermutations)}.");
        }

        int[][] elements = [.. Arrangements([.. Enumerable.Range(0, n)]).Where(isMember)];
        Dictionary<int[], int> numberOf = SequenceComparer.Places(elements);
        return FromProduct($"{family}{n}", elements.Length, (g, h) => numberOf[PermutationClosure.Compose(elements[g], elements[h])]);
    }

    /// <summary>All orders of the given points, lexicographically.</summary>
    private static IEnumerable<int[]> Arrangements(int[] points) => points.Length == 0
        ? [[]]
        : points.SelectMany(first => Arrangements([.. points.Where(p => p != first)]).Select(rest => (int[])[first, .. rest]));

    /// <summary>Whether the number of inversions, <c>i &lt; j</c> with <c>g(i) &gt; g(j)</c>, is even.</summary>
    private static bool IsEven(int[] permutation) =>
        permutation.Index().Sum(i => permutation.Take(i.Index).Count(earlier => earlier > i.Item)) % 2 == 0;
}
