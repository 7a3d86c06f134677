using System.Runtime.CompilerServices;
using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// Correlation over a group, <c>out[g] = Σ_h φ[h] x[g h]</c>, after a Fourier transform <c>T</c> over it: a few small matrix products.
/// </summary>
/// <remarks>
/// <para>
/// With <c>x̂ = T x</c> and <c>x = Tᵀ D x̂</c>, <c>D</c> the diagonal of the transform's weights, <c>out = Tᵀ ŷ</c> with <c>ŷ = B(φ) x̂</c> and
/// <c>B(φ)[o, i] = D_o D_i Σ_h φ[h] Σ_g T[o, g] T[i, g h]</c>. On the left of the sum stands <c>Σ_ρ</c> over irreps of matrix products
/// <c>X̂(ρ) φ̂(ρ)ᵀ</c>, so most entries are 0 whatever <c>φ</c> is: coefficients fall into sets that do not mix, one for each row of each
/// irrep's matrix, and the rows of one irrep share their numbers. Both facts are read off the table of the entries, for any group.
/// </para>
/// <para>
/// So <c>|G|²</c> multiplications become <c>Σ_ρ d³</c> (for irreps of real type): 16 become 6 on C4, 64 become 12 on D4, 144 become 20 on D6.
/// Source: [CohenWelling2016] for the correlation; [Serre1977], section 6.2, for the transform.
/// </para>
/// </remarks>
internal sealed class GroupBlocks
{
    private const double Negligible = 1e-12;

    private static readonly ConditionalWeakTable<FiniteGroup, GroupBlocks?> Made = new();

    private readonly double[,] _matrix;
    private readonly (int Input, int Output, int Element, double Factor)[][] _terms;

    private GroupBlocks(FastFourierTransform transform)
    {
        Transform = transform;
        Order = transform.Group.Order;
        _matrix = transform.Program.ToMatrix().ToArray();
        double[,,] table = Table(transform, _matrix);
        int[][] sets = [.. Sets(table, Order)];
        Coefficients = [.. sets.SelectMany(set => set)];
        List<double[]> distinct = [];
        List<GroupBlock> blocks = [];
        int first = 0;
        foreach (int[] set in sets)
        {
            double[] entries = Entries(table, set);
            int matrix = distinct.FindIndex(other => IsSame(other, entries));
            if (matrix < 0)
            {
                matrix = distinct.Count;
                distinct.Add(entries);
            }

            blocks.Add(new GroupBlock(first, set.Length, matrix));
            first += set.Length;
        }

        (Blocks, _terms) = (blocks, [.. distinct.Select(TermsOf)]);
        Sizes = [.. Enumerable.Range(0, distinct.Count).Select(matrix => blocks.First(block => block.Matrix == matrix).Size)];
    }

    /// <summary>The transform.</summary>
    public FastFourierTransform Transform { get; }

    /// <summary>The order of the group.</summary>
    public int Order { get; }

    /// <summary>The coefficients of the transform in the order of the blocks.</summary>
    public int[] Coefficients { get; }

    /// <summary>The blocks: coefficients that mix, and the matrix that mixes them.</summary>
    public IReadOnlyList<GroupBlock> Blocks { get; }

    /// <summary>The side of each distinct matrix.</summary>
    public int[] Sizes { get; }

    /// <summary>The multiplications for one correlation, <c>Σ size²</c> over the blocks.</summary>
    public int Multiplications => Blocks.Sum(block => block.Size * block.Size);

    /// <summary>The blocks of a group; null where it has no fast transform.</summary>
    public static GroupBlocks? Of(FiniteGroup group) => Made.GetValue(
        group, made => Irreps.Of(made)[0].Frequency is null ? null : new GroupBlocks(FastFourierTransform.Of(made)));

    /// <summary>The terms of a distinct matrix, <c>B[o, i] = Σ factor φ[h]</c>, of those elements whose factor is not 0.</summary>
    public IReadOnlyList<(int Input, int Output, int Element, double Factor)> Terms(int matrix) => _terms[matrix];

    /// <summary>
    /// Whether functions on the group that are numbers of a transitive field, <c>f[g] = x[g·0]</c>, may have other coefficients than 0 in a
    /// block.
    /// </summary>
    public bool Reaches(GroupBlock block, PermutationRepresentation field) =>
        Coefficients.Skip(block.First).Take(block.Size).Any(coefficient => Enumerable.Range(0, Order)
            .GroupBy(g => field.Act(g, 0), g => _matrix[coefficient, g])
            .Any(coset => Math.Abs(coset.Sum()) > Negligible));

    private static double[,,] Table(FastFourierTransform transform, double[,] t)
    {
        FiniteGroup group = transform.Group;
        int n = group.Order;
        double[,,] table = new double[n, n, n];
        for (int i = 0; i < n; i++)
        {
            for (int o = 0; o < n; o++)
            {
                for (int h = 0; h < n; h++)
                {
                    double sum = 0;
                    for (int g = 0; g < n; g++)
                    {
                        sum += t[o, g] * t[i, group.Multiply(g, h)];
                    }

                    sum *= transform.Weights[o] * transform.Weights[i];
                    table[i, o, h] = Math.Abs(sum) < Negligible ? 0 : sum;
                }
            }
        }

        return table;
    }

    /// <summary>The sets of coefficients that do not mix with others, whatever is correlated; in each in growing order.</summary>
    private static IEnumerable<int[]> Sets(double[,,] table, int n)
    {
        bool Mixes(int i, int o) => Enumerable.Range(0, n).Any(h => table[i, o, h] != 0 || table[o, i, h] != 0);
        bool[] taken = new bool[n];
        for (int first = 0; first < n; first++)
        {
            if (taken[first])
            {
                continue;
            }

            List<int> set = [first];
            taken[first] = true;
            for (int at = 0; at < set.Count; at++)
            {
                foreach (int other in Enumerable.Range(0, n).Where(other => !taken[other] && Mixes(set[at], other)))
                {
                    taken[other] = true;
                    set.Add(other);
                }
            }

            yield return [.. set.Order()];
        }
    }

    private double[] Entries(double[,,] table, int[] set) =>
        [.. from i in set from o in set from h in Enumerable.Range(0, Order) select table[i, o, h]];

    private (int Input, int Output, int Element, double Factor)[] TermsOf(double[] entries)
    {
        int size = (int)Math.Sqrt(entries.Length / Order);
        return [.. entries.Select((factor, at) => (at / Order / size, at / Order % size, at % Order, factor)).Where(term => term.factor != 0)];
    }

    private static bool IsSame(double[] a, double[] b) =>
        a.Length == b.Length && !a.Zip(b).Any(pair => Math.Abs(pair.First - pair.Second) > Negligible);
}
