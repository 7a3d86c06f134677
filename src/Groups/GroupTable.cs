namespace GCnn.Groups;

/// <summary>The laws of a multiplication table, row-major: <c>table[g * order + h] = g * h</c>.</summary>
internal static class GroupTable
{
    /// <summary>Refuses a table whose element 0 is not the identity, or in whose rows or columns an element is missing.</summary>
    public static void RequireIdentityAndLatinSquare(string name, int[] table, int order)
    {
        for (int g = 0; g < order; g++)
        {
            if (table[g] != g || table[g * order] != g)
            {
                throw new ArgumentException(
                    $"{name}: element 0 must be the identity, but 0 * {g} = {table[g]} and {g} * 0 = {table[g * order]}; both must be " +
                    $"{g}. Renumber the elements so that the identity comes first.",
                    nameof(table));
            }
        }

        for (int g = 0; g < order; g++)
        {
            string? fault = Fault("row", g, order, h => table[(g * order) + h]) ?? Fault("column", g, order, h => table[(h * order) + g]);
            if (fault is not null)
            {
                throw new ArgumentException($"{name}: {fault}", nameof(table));
            }
        }
    }

    /// <summary>Light's test: refuses a table where <c>(x * a) * y ≠ x * (a * y)</c> for a generator <c>a</c>.</summary>
    public static void RequireAssociative(string name, int[] table, int order, int[] generators)
    {
        foreach (int a in generators)
        {
            for (int x = 0; x < order; x++)
            {
                for (int y = 0; y < order; y++)
                {
                    int left = table[(table[(x * order) + a] * order) + y];
                    int right = table[(x * order) + table[(a * order) + y]];
                    if (left != right)
                    {
                        throw new ArgumentException(
                            $"{name}: the product is not associative: ({x} * {a}) * {y} = {left}, but {x} * ({a} * {y}) = {right}. " +
                            "A Latin square with an identity is a loop; a group needs this law too.",
                            nameof(table));
                    }
                }
            }
        }
    }

    /// <summary>Each generator is the smallest of the members that is not a product of those before it.</summary>
    public static int[] Generators(IEnumerable<int> members, Func<int[], ElementSet> closure)
    {
        int[] generators = [];
        ElementSet reached = closure(generators);
        foreach (int member in members)
        {
            if (!reached.Contains(member))
            {
                generators = [.. generators, member];
                reached = closure(generators);
            }
        }

        return generators;
    }

    /// <summary>The products of generators, the empty product included.</summary>
    public static ElementSet Closure(int[] table, int order, int[] generators)
    {
        ElementSet reached = new(order, [0]);
        Stack<int> pending = new([0]);
        while (pending.TryPop(out int g))
        {
            foreach (int generator in generators)
            {
                int product = table[(g * order) + generator];
                if (reached.Add(product))
                {
                    pending.Push(product);
                }
            }
        }

        return reached;
    }

    /// <summary>The position of the identity in each row.</summary>
    public static int[] Inverses(int[] table, int order) =>
        [.. Enumerable.Range(0, order).Select(g => table.AsSpan(g * order, order).IndexOf(0))];

    /// <summary>Whether the generators commute with each other, and so all elements.</summary>
    public static bool IsAbelian(int[] table, int order, int[] generators) =>
        generators.All(g => generators.All(h => table[(g * order) + h] == table[(h * order) + g]));

    /// <summary>A hash of the entries.</summary>
    public static int Hash(int[] entries)
    {
        HashCode hash = default;
        foreach (int entry in entries)
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }

    /// <summary>Says what keeps a row or column from holding each element once; null when it does.</summary>
    private static string? Fault(string line, int number, int order, Func<int, int> entry)
    {
        int[] seenAt = new int[order];
        Array.Fill(seenAt, -1);
        for (int i = 0; i < order; i++)
        {
            int value = entry(i);
            if ((uint)value >= (uint)order)
            {
                return $"{line} {number} of the table holds {value} at place {i}; the elements are 0 to {order - 1}.";
            }

            if (seenAt[value] >= 0)
            {
                return $"{line} {number} of the table holds {value} twice, at places {seenAt[value]} and {i}; "
                    + "in a group every row and column holds each element once.";
            }

            seenAt[value] = i;
        }

        return null;
    }
}
