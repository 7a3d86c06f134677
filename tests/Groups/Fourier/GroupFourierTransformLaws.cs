using MathNet.Numerics.LinearAlgebra;
using static GCnn.Groups.Tests.FourierExamples;

namespace GCnn.Groups.Tests;

public sealed class GroupFourierTransformLaws
{
    [Fact]
    public void A_block_is_the_sum_of_the_matrices_of_the_irrep()
    {
        foreach (FiniteGroup group in FourierExamples.All)
        {
            double[] f = Function(group, 1);
            Law.Holds(Definition(group, f, GroupFourierTransform.Of(group).Forward(f)));
        }
    }

    [Fact]
    public void That_law_rejects_conjugated_irreps()
    {
        foreach (FiniteGroup group in new[] { FiniteGroup.Cyclic(5), FiniteGroup.Dihedral(3), Examples.Quaternions })
        {
            double[] f = Function(group, 1);
            double[] reversed = [.. group.Elements.Select(g => f[g.Inverse.Index])];
            Law.IsBrokenBy(Definition(group, f, GroupFourierTransform.Of(group).Forward(reversed)));
        }
    }

    [Fact]
    public void The_inverse_gives_the_function_back()
    {
        foreach (FiniteGroup group in FourierExamples.All)
        {
            double[] f = Function(group, 2);
            GroupFourierTransform transform = GroupFourierTransform.Of(group);
            Law.Holds(Differ($"{group}: the function and its inverse transform", f, transform.Inverse(transform.Forward(f))));
            Law.Holds(Inversion(group, f, irrep => irrep.Dimension / (double)irrep.Type));
        }
    }

    [Fact]
    public void That_formula_rejects_the_complex_weight_and_half_the_right_one()
    {
        FiniteGroup[] groups = [FiniteGroup.Cyclic(5), Examples.Quaternions, FiniteGroup.Alternating(4)];
        foreach (FiniteGroup group in groups)
        {
            Law.IsBrokenBy(Inversion(group, Function(group, 2), irrep => irrep.Dimension));
        }

        // To take the quaternionic type for the complex one fails on Q8.
        Law.IsBrokenBy(Inversion(groups[1], Function(groups[1], 2), irrep => irrep.Dimension / (irrep.Type == IrrepType.Real ? 1.0 : 2.0)));
    }

    [Fact]
    public void Norms_are_kept_as_Plancherel_says()
    {
        foreach (FiniteGroup group in FourierExamples.All)
        {
            double[] f = Function(group, 3);
            FourierCoefficients coefficients = GroupFourierTransform.Of(group).Forward(f);
            double blocks = Irreps.Of(group).Sum(irrep =>
                irrep.Dimension / (double)irrep.Type * coefficients.Block(irrep.Index).Enumerate().Sum(x => x * x));
            Assert.Equal(f.Sum(x => x * x), coefficients.SquaredNorm, 8);
            Assert.Equal(f.Sum(x => x * x), blocks / group.Order, 8);
        }
    }

    [Fact]
    public void Convolution_multiplies_the_matrices()
    {
        foreach (FiniteGroup group in FourierExamples.All)
        {
            Law.Holds(ConvolutionTheorem(group, (f, h) => Convolution(group, f, h)));
        }
    }

    [Fact]
    public void That_theorem_rejects_the_other_order_just_where_the_group_is_not_abelian()
    {
        foreach (FiniteGroup group in FourierExamples.All)
        {
            string? violation = ConvolutionTheorem(group, (f, h) => Convolution(group, h, f));
            Assert.Equal(group.IsAbelian, violation is null);
        }
    }

    [Fact]
    public void Translation_multiplies_from_the_left()
    {
        foreach (FiniteGroup group in FourierExamples.All.Where(group => group.Order <= 24))
        {
            Law.Holds(TranslationTheorem(group, (g, f) => Translated(group, g, f)));
        }
    }

    [Fact]
    public void That_theorem_rejects_the_inverse_translation_and_one_from_the_right()
    {
        FiniteGroup group = FiniteGroup.Dihedral(4);
        Law.IsBrokenBy(TranslationTheorem(group, (g, f) => Translated(group, group.Inverse(g), f)));
        Law.IsBrokenBy(TranslationTheorem(group, (g, f) => [.. Enumerable.Range(0, 8).Select(x => f[group.Multiply(x, g)])]));
    }

    [Fact]
    public void Reversing_the_group_transposes_the_matrices()
    {
        foreach (FiniteGroup group in FourierExamples.All)
        {
            GroupFourierTransform transform = GroupFourierTransform.Of(group);
            double[] f = Function(group, 6);
            double[] reversed = [.. group.Elements.Select(g => f[g.Inverse.Index])];
            FourierCoefficients transposed = transform.Forward(f).Transpose();
            Law.Holds(Differ($"{group}", transposed.Values.ToArray(), transform.Forward(reversed).Values.ToArray()));
            Assert.All(Irreps.Of(group), irrep => Assert.True(
                (transposed.Block(irrep.Index) - transform.Forward(f).Block(irrep.Index).Transpose()).FrobeniusNorm() < Tolerance));
        }
    }

    [Fact]
    public void The_orthonormal_form_takes_the_regular_representation_to_blocks()
    {
        foreach (FiniteGroup group in FourierExamples.All.Where(group => group.Order <= 24))
        {
            Law.Holds(Diagonalisation(group, new RegularRepresentation(group).Matrix));
        }
    }

    [Fact]
    public void That_law_rejects_multiplication_from_the_right()
    {
        FiniteGroup group = FiniteGroup.Dihedral(3);
        Law.IsBrokenBy(Diagonalisation(group, g => Matrix<double>.Build.Dense(
            6, 6, (x, y) => group.Multiply(y, group.Inverse(g)) == x ? 1 : 0)));
    }

    [Fact]
    public void Integers_stay_exact_where_irreps_are_integral()
    {
        foreach (FiniteGroup group in Integral)
        {
            GroupFourierTransform transform = GroupFourierTransform.Of(group);
            double[] f = Function(group, 7);
            double[] h = Function(group, 8);
            Assert.All(transform.Forward(f).Values.ToArray(), x => Assert.Equal(Math.Round(x), x));
            Assert.Equal(f, transform.Inverse(transform.Forward(f)));
            Assert.Equal(Convolution(group, f, h), transform.Convolve(f, h));
            Assert.Equal(f.Sum(x => x * x), transform.Forward(f).SquaredNorm);
        }
    }

    [Fact]
    public void Coefficients_have_equality()
    {
        GroupFourierTransform transform = GroupFourierTransform.Of(FiniteGroup.Dihedral(4));
        double[] f = Function(transform.Group, 9);
        FourierCoefficients again = GroupFourierTransform.Of(FiniteGroup.Dihedral(4)).Coefficients(transform.Forward(f).Values);
        Assert.Equal(transform.Forward(f), again);
        Assert.Equal(transform.Forward(f).GetHashCode(), again.GetHashCode());
        Assert.False(again.Equals((object)f));
        Assert.NotEqual(again, transform.Forward(Function(transform.Group, 10)));
        Assert.NotEqual(again, GroupFourierTransform.Of(FiniteGroup.Cyclic(8)).Coefficients(again.Values));
        Assert.Equal("8 Fourier coefficients on D4", again.ToString());
        Assert.Equal("Fourier transform on D4", transform.ToString());
    }

    [Fact]
    public void Functions_of_other_lengths_and_groups_are_refused()
    {
        GroupFourierTransform c8 = GroupFourierTransform.Of(FiniteGroup.Cyclic(8));
        FourierCoefficients other = GroupFourierTransform.Of(FiniteGroup.Dihedral(4)).Forward(new double[8]);
        Message.Says<ArgumentException>(() => c8.Forward(new double[7]), "C8", "8 values", "7 were given");
        Message.Says<ArgumentException>(() => c8.Coefficients(new double[9]), "8 coefficients", "9 were given");
        Message.Says<ArgumentException>(() => c8.Inverse(other), "on D4", "on C8");
        Message.Says<ArgumentException>(() => c8.Forward(new double[8]) * other, "on D4", "on C8");
        Message.Says<ArgumentOutOfRangeException>(() => other.Block(5), "no irrep 5", "5 irreps are numbered 0 to 4");
    }

    /// <summary><c>F(rho) = sum_g f(g) rho(g)</c>, from the irreps' own matrices.</summary>
    private static string? Definition(FiniteGroup group, double[] f, FourierCoefficients coefficients) =>
        Irreps.Of(group).Select(irrep => Differ(
            $"{group}, {irrep}: the block and the sum",
            coefficients.Block(irrep.Index).Enumerate(),
            group.Elements.Select(g => irrep.Matrix(g.Index) * f[g.Index]).Aggregate((a, b) => a + b).Enumerate()))
            .FirstOrDefault(violation => violation is not null);

    /// <summary><c>f(g) = 1/|G| sum_rho w(rho) tr(rho(g)^T F(rho))</c>.</summary>
    private static string? Inversion(FiniteGroup group, double[] f, Func<Irrep, double> weight)
    {
        FourierCoefficients coefficients = GroupFourierTransform.Of(group).Forward(f);
        Matrix<double>[] blocks = [.. Irreps.Of(group).Select(irrep => coefficients.Block(irrep.Index))];
        return Differ($"{group}: the function and the sum of traces", f, group.Elements.Select(g => Irreps.Of(group)
            .Sum(irrep => weight(irrep) * irrep.Matrix(g.Index).TransposeThisAndMultiply(blocks[irrep.Index]).Trace()) / group.Order));
    }

    private static string? ConvolutionTheorem(FiniteGroup group, Func<double[], double[], double[]> convolve)
    {
        GroupFourierTransform transform = GroupFourierTransform.Of(group);
        (double[] f, double[] h) = (Function(group, 4), Function(group, 5));
        FourierCoefficients product = transform.Forward(f) * transform.Forward(h);
        FourierCoefficients expected = transform.Forward(convolve(f, h));
        return Differ($"{group}: product and convolution", product.Values.ToArray(), expected.Values.ToArray())
            ?? Differ($"{group}: the convolved functions", transform.Convolve(f, h), convolve(f, h))
            ?? Irreps.Of(group).Select(irrep => Differ(
                $"{group}, {irrep}: the product of the matrices",
                product.Block(irrep.Index).Enumerate(),
                (transform.Forward(f).Block(irrep.Index) * transform.Forward(h).Block(irrep.Index)).Enumerate()))
                .FirstOrDefault(violation => violation is not null);
    }

    private static string? TranslationTheorem(FiniteGroup group, Func<int, double[], double[]> translate)
    {
        GroupFourierTransform transform = GroupFourierTransform.Of(group);
        double[] f = Function(group, 5);
        FourierCoefficients coefficients = transform.Forward(f);
        Matrix<double>[] blocks = [.. Irreps.Of(group).Select(irrep => coefficients.Block(irrep.Index))];
        foreach (GroupElement g in group.Elements)
        {
            FourierCoefficients moved = transform.Forward(translate(g.Index, f));
            if (Irreps.Of(group).Any(
                rho => (moved.Block(rho.Index) - (rho.Matrix(g.Index) * blocks[rho.Index])).FrobeniusNorm() > Tolerance))
            {
                return $"translation by {g} is not multiplication by its matrices";
            }
        }

        return null;
    }

    private static string? Diagonalisation(FiniteGroup group, Func<int, Matrix<double>> regular)
    {
        GroupFourierTransform transform = GroupFourierTransform.Of(group);
        Matrix<double> u = transform.Orthonormal();
        if ((u * u.Transpose() - Matrix<double>.Build.DenseIdentity(group.Order)).FrobeniusNorm() > Tolerance)
        {
            return $"{group}: the orthonormal form is not orthogonal";
        }

        foreach (GroupElement g in group.Elements)
        {
            Matrix<double> diagonal = transform.Blocks
                .SelectMany(block => Enumerable.Repeat(block.Irrep.Matrix(g.Index), block.Columns))
                .Aggregate((a, b) => a.DiagonalStack(b));
            if ((u * regular(g.Index) * u.Transpose() - diagonal).FrobeniusNorm() > Tolerance)
            {
                return $"the matrix of {g} does not become block-diagonal";
            }
        }

        return null;
    }
}
