namespace GCnn.Groups;

/// <summary>
/// All products of generators, numbered in the order in which a breadth-first search from the identity meets them, with the number of each
/// <c>g * s</c> for a generator <c>s</c>.
/// </summary>
/// <remarks>Source: [Holt2005], section 4.1 (orbits).</remarks>
/// <typeparam name="T">What is multiplied: permutations or matrices.</typeparam>
internal sealed class CayleyGraph<T>
{
    private static readonly string TooMany =
        $"the generators have more than {FiniteGroup.MaximumOrder} products, the largest order whose multiplication table is kept; the " +
        "group is infinite or too large. Is an entry of a generator mistyped, or rounded?";

    private readonly List<T> _elements;
    private readonly List<int[]> _steps = [];
    private readonly List<(int From, int Generator)> _arrivals = [(0, 0)];

    /// <summary>Searches the products.</summary>
    /// <param name="name">The group's name, for the refusal of too many elements.</param>
    /// <param name="identity">The element that comes first.</param>
    /// <param name="generators">The generators, which multiply from the right in this order.</param>
    /// <param name="multiply">The product.</param>
    /// <param name="numberOf">The number of an element seen before; an element not seen before is kept under the number offered.</param>
    /// <param name="faultOf">Says why an element is in no finite group; null where it may be.</param>
    public CayleyGraph(
        string name,
        T identity,
        IReadOnlyList<T> generators,
        Func<T, T, T> multiply,
        Func<T, int, int> numberOf,
        Func<T, string?> faultOf)
    {
        _elements = [identity];
        numberOf(identity, 0);
        for (int g = 0; g < _elements.Count; g++)
        {
            int[] steps = new int[generators.Count];
            for (int s = 0; s < steps.Length; s++)
            {
                T product = multiply(_elements[g], generators[s]);
                steps[s] = numberOf(product, _elements.Count);
                if (steps[s] == _elements.Count)
                {
                    string? fault = _elements.Count == FiniteGroup.MaximumOrder ? TooMany : faultOf(product);
                    if (fault is not null)
                    {
                        throw new ArgumentException($"{name}: {fault}", nameof(generators));
                    }

                    _elements.Add(product);
                    _arrivals.Add((g, s));
                }
            }

            _steps.Add(steps);
        }
    }

    /// <summary>The elements, identity first.</summary>
    public IReadOnlyList<T> Elements => _elements;

    /// <summary>
    /// Whether every generator takes different elements to different ones, as in a group; elements that are told apart by rounded
    /// entries may not.
    /// </summary>
    public bool StepsAreBijective =>
        Enumerable.Range(0, _steps[0].Length).All(s => _steps.DistinctBy(steps => steps[s]).Count() == _steps.Count);

    /// <summary>The multiplication table, row-major: from <c>h = h' * s</c> follows <c>g * h = (g * h') * s</c>, a single step.</summary>
    public int[] Table()
    {
        int order = _elements.Count;
        int[] table = new int[order * order];
        for (int g = 0; g < order; g++)
        {
            Span<int> row = table.AsSpan(g * order, order);
            row[0] = g;
            for (int h = 1; h < order; h++)
            {
                (int from, int generator) = _arrivals[h];
                row[h] = _steps[row[from]][generator];
            }
        }

        return table;
    }
}
