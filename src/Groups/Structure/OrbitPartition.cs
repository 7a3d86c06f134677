namespace GCnn.Groups;

/// <summary>
/// The orbits of the group that permutations of <c>0 … n − 1</c> generate: each in growing order, numbered by their smallest member.
/// </summary>
/// <remarks>Cosets, double cosets, conjugacy classes and orbits of an action are all of this kind. Source: [Holt2005], section 4.1.</remarks>
internal sealed class OrbitPartition
{
    private readonly int[] _orbitOf;
    private readonly int[][] _orbits;

    /// <summary>Lists the orbits; a permutation is a function from point to image.</summary>
    public OrbitPartition(int points, IReadOnlyList<Func<int, int>> permutations)
    {
        _orbitOf = new int[points];
        Array.Fill(_orbitOf, -1);
        List<int[]> orbits = [];
        for (int i = 0; i < points; i++)
        {
            if (_orbitOf[i] < 0)
            {
                orbits.Add(Spread(i, orbits.Count, permutations));
            }
        }

        _orbits = [.. orbits];
    }

    /// <summary>The number of orbits.</summary>
    public int Count => _orbits.Length;

    /// <summary>The orbits.</summary>
    public IReadOnlyList<IReadOnlyList<int>> All => _orbits;

    /// <summary>The members of an orbit, in growing order.</summary>
    public IReadOnlyList<int> this[int orbit] => _orbits[orbit];

    /// <summary>The number of the orbit of a point.</summary>
    public int Of(int point) => _orbitOf[point];

    private int[] Spread(int start, int number, IReadOnlyList<Func<int, int>> permutations)
    {
        List<int> members = [start];
        _orbitOf[start] = number;
        for (int next = 0; next < members.Count; next++)
        {
            foreach (Func<int, int> permutation in permutations)
            {
                int image = permutation(members[next]);
                if (_orbitOf[image] < 0)
                {
                    _orbitOf[image] = number;
                    members.Add(image);
                }
            }
        }

        return [.. members.Order()];
    }
}
