using MathNet.Numerics.LinearAlgebra;
using static GCnn.Groups.Tests.FourierExamples;

namespace GCnn.Groups.Tests;

public sealed class FastFourierTransformLaws
{
    private const double Rounding = 1e-12;

    private static IEnumerable<FiniteGroup> Groups =>
    [
        .. Enumerable.Range(1, 32).Concat([36, 45, 49, 60, 64, 100, 105, 125, 128, 360]).Select(FiniteGroup.Cyclic),
        .. Enumerable.Range(1, 32).Append(48).Append(64).Select(FiniteGroup.Dihedral),
    ];

    [Fact]
    public void The_fast_form_agrees_with_the_definition()
    {
        foreach (FiniteGroup group in Groups)
        {
            double[] f = Function(group, 1);
            Law.Holds(Agreement(group, f, f));
        }
    }

    [Fact]
    public void Up_to_32_rotations_they_agree_as_matrices()
    {
        foreach (FiniteGroup group in Groups.Where(group => group.Order <= 32))
        {
            FastFourierTransform transform = FastFourierTransform.Of(group);
            Matrix<double> roots = Matrix<double>.Build.DenseOfDiagonalArray([.. transform.Weights.Select(Math.Sqrt)]);
            Matrix<double> orthonormal = GroupFourierTransform.Of(group).Orthonormal();
            Law.Holds(Differ($"{group}", (roots * transform.Program.ToMatrix()).Enumerate(), orthonormal.Enumerate(), Rounding));
        }
    }

    [Fact]
    public void That_law_rejects_the_other_sign_of_the_angle_and_reflections_taken_as_s_r()
    {
        FiniteGroup c5 = FiniteGroup.Cyclic(5);
        double[] f = Function(c5, 1);
        Law.IsBrokenBy(Agreement(c5, f, [.. c5.Elements.Select(g => f[g.Inverse.Index])]));
        FiniteGroup d5 = FiniteGroup.Dihedral(5);
        double[] h = Function(d5, 1);
        Law.IsBrokenBy(Agreement(d5, h, [.. h[..5], h[5], .. h[6..].Reverse()]));
    }

    [Fact]
    public void The_inverse_gives_the_function_back_in_place()
    {
        foreach (FiniteGroup group in Groups)
        {
            FastFourierTransform transform = FastFourierTransform.Of(group);
            double[] f = Function(group, 2);
            double[] values = [.. f];
            transform.Forward(values, values);
            transform.Inverse(values, values);
            Law.Holds(Differ($"{group}: the function and its inverse transform", f, values, Rounding));
        }
    }

    [Fact]
    public void Weights_are_those_of_Plancherel()
    {
        foreach (FiniteGroup group in Groups.Where(group => group.Order <= 64))
        {
            FastFourierTransform transform = FastFourierTransform.Of(group);
            double[] f = Function(group, 3);
            double[] coefficients = new double[group.Order];
            transform.Forward(f, coefficients);
            Assert.Equal(f.Sum(x => x * x), coefficients.Zip(transform.Weights, (x, weight) => weight * x * x).Sum(), 8);
            FourierBlock[] blocks = [.. GroupFourierTransform.Of(group).Blocks];
            Assert.Equal(blocks.SelectMany(block => Enumerable.Repeat(block.Weight, block.Length)), transform.Weights);
        }
    }

    [Fact]
    public void Integers_stay_exact_and_cost_additions_only()
    {
        foreach (FiniteGroup group in Integral)
        {
            FastFourierTransform transform = FastFourierTransform.Of(group);
            double[] f = Function(group, 4);
            double[] coefficients = new double[group.Order];
            transform.Forward(f, coefficients);
            Assert.Equal(GroupFourierTransform.Of(group).Forward(f).Values.ToArray(), coefficients);
            transform.Inverse(coefficients, coefficients);
            Assert.Equal(f, coefficients);
            Assert.Equal(0, transform.Multiplications);
        }
    }

    [Fact]
    public void Single_precision_agrees_with_double()
    {
        foreach (FiniteGroup group in Groups)
        {
            FastFourierTransform transform = FastFourierTransform.Of(group);
            double[] f = Function(group, 5);
            double[] coefficients = new double[group.Order];
            float[] single = Array.ConvertAll(f, x => (float)x);
            transform.Forward(f, coefficients);
            transform.Forward(single, single);
            Law.Holds(Differ($"{group}: single and double", single.Select(x => (double)x), coefficients, 1e-3));
            transform.Inverse(single, single);
            Law.Holds(Differ($"{group}: the inverse in single", single.Select(x => (double)x), f, 1e-4));
        }
    }

    /// <summary>C2, C4, C8 and C16 take as many operations as the split-radix transform of real values.</summary>
    [Theory]
    [InlineData("C", 1, 0, 0)]
    [InlineData("C", 2, 0, 2)]
    [InlineData("C", 3, 2, 4)]
    [InlineData("C", 4, 0, 6)]
    [InlineData("C", 5, 8, 12)]
    [InlineData("C", 6, 4, 14)]
    [InlineData("C", 8, 2, 20)]
    [InlineData("C", 12, 8, 38)]
    [InlineData("C", 16, 12, 58)]
    [InlineData("D", 1, 0, 2)]
    [InlineData("D", 2, 0, 8)]
    [InlineData("D", 3, 4, 14)]
    [InlineData("D", 4, 0, 20)]
    [InlineData("D", 6, 8, 40)]
    [InlineData("D", 8, 4, 56)]
    [InlineData("D", 16, 24, 148)]
    public void Operations_are_pinned(string family, int n, int multiplications, int additions)
    {
        FastFourierTransform transform = FastFourierTransform.Of(family == "C" ? FiniteGroup.Cyclic(n) : FiniteGroup.Dihedral(n));
        Assert.Equal((multiplications, additions), (transform.Multiplications, transform.Additions));
        Assert.Equal($"{family}{n}, {transform.Program}", transform.ToString());
    }

    [Fact]
    public void A_dihedral_transform_is_two_cyclic_ones_and_an_addition_for_each_element()
    {
        for (int n = 2; n <= 32; n++)
        {
            FastFourierTransform dihedral = FastFourierTransform.Of(FiniteGroup.Dihedral(n));
            FastFourierTransform cyclic = FastFourierTransform.Of(FiniteGroup.Cyclic(n));
            Assert.Equal(2 * cyclic.Multiplications, dihedral.Multiplications);
            Assert.Equal((2 * cyclic.Additions) + (2 * n), dihedral.Additions);
        }
    }

    [Fact]
    public void Operations_grow_as_n_log_n_where_n_has_small_factors()
    {
        foreach (int n in new[] { 2, 4, 8, 9, 16, 25, 27, 30, 32, 36, 60, 64, 81, 100, 125, 128, 180, 243, 256 })
        {
            Law.Holds(Growth(n));
        }

        // A large prime is summed directly.
        Law.IsBrokenBy(Growth(31));
        Law.IsBrokenBy(Growth(61));
    }

    [Fact]
    public void A_prime_takes_half_its_square()
    {
        foreach (int p in new[] { 3, 5, 7, 11, 13, 31 })
        {
            FastFourierTransform transform = FastFourierTransform.Of(FiniteGroup.Cyclic(p));
            Assert.Equal((p - 1) * (p - 1) / 2, transform.Multiplications);
            Assert.Equal(((p - 1) * (p - 1) / 2) + p - 1, transform.Additions);
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        FastFourierTransform transform = FastFourierTransform.Of(FiniteGroup.Dihedral(6));
        double[] values = new double[12];
        transform.Forward(values, values);
        transform.Inverse(values, values);
        long before = GC.GetAllocatedBytesForCurrentThread();
        transform.Forward(values, values);
        transform.Inverse(values, values);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Other_groups_and_lengths_are_refused()
    {
        Message.Says<ArgumentException>(
            () => FastFourierTransform.Of(Examples.Symmetric4), "S4", "FiniteGroup.Cyclic or", "GroupFourierTransform.Of");
        FastFourierTransform d4 = FastFourierTransform.Of(FiniteGroup.Dihedral(4));
        Message.Says<ArgumentException>(() => Forward(d4, 7, 8), "takes 8 numbers as input", "span of 7");
        Message.Says<ArgumentException>(() => Forward(d4, 8, 9), "takes 8 numbers as output", "span of 9");
        Message.Says<ArgumentException>(() => Inverse(d4, 7, 8), "D4 has 8 values", "7 coefficients and room for 8 values");
        Message.Says<ArgumentException>(() => Inverse(d4, 8, 9), "room for 9 values");
    }

    private static double[] Forward(FastFourierTransform transform, int values, int coefficients)
    {
        double[] result = new double[coefficients];
        transform.Forward(new double[values], result);
        return result;
    }

    private static double[] Inverse(FastFourierTransform transform, int coefficients, int values)
    {
        double[] result = new double[values];
        transform.Inverse(new double[coefficients], result);
        return result;
    }

    /// <summary>The fast transform of one function is the transform by the definition of another, which should be the same.</summary>
    private static string? Agreement(FiniteGroup group, double[] fast, double[] slow)
    {
        double[] coefficients = new double[group.Order];
        FastFourierTransform.Of(group).Forward(fast, coefficients);
        return Differ($"{group}: fast and slow", coefficients, GroupFourierTransform.Of(group).Forward(slow).Values.ToArray(), Rounding);
    }

    private static string? Growth(int n)
    {
        FastFourierTransform transform = FastFourierTransform.Of(FiniteGroup.Cyclic(n));
        int operations = transform.Multiplications + transform.Additions;
        return operations <= 3 * n * Math.Log2(n) ? null : $"{transform}: more than 3 n log n";
    }
}
