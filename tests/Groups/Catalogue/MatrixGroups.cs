using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class MatrixGroups
{
    [Fact]
    public void Matrices_of_the_plane_generate_the_point_groups()
    {
        foreach (PlaneGroup plane in PlaneGroup.All)
        {
            FiniteGroup group = FiniteGroup.FromMatrices(plane.Name, [.. plane.PointGroup.Elements.Select(h => plane.Matrix(h.Index))]);
            Assert.Equal(plane.PointGroup, group);
        }
    }

    [Fact]
    public void Integer_and_real_matrices_and_permutations_number_alike()
    {
        int[][] permutations = [[1, 2, 3, 4, 0], [1, 0, 2, 3, 4]];
        FiniteGroup expected = FiniteGroup.FromPermutations("S5", permutations);
        Assert.Equal(expected, FiniteGroup.FromMatrices("S5", Array.ConvertAll(permutations, Integers)));
        Assert.Equal(expected, FiniteGroup.FromMatrices("S5", Array.ConvertAll(permutations, p => Reals(Integers(p)))));
    }

    [Fact]
    public void Elements_come_with_matrices_that_multiply_as_they_do()
    {
        FiniteGroup group = FiniteGroup.FromMatrices("D6", [Turn(6), Mirror], out IReadOnlyList<Matrix<double>> elements);
        Assert.True(group.IsIsomorphicTo(FiniteGroup.Dihedral(6)));
        foreach ((GroupElement g, GroupElement h) in group.Elements.SelectMany(g => group.Elements.Select(h => (g, h))))
        {
            Assert.True((elements[(g * h).Index] - (elements[g.Index] * elements[h.Index])).L2Norm() < 1e-12);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(97)]
    public void Rotations_by_any_fraction_of_a_turn_are_a_cyclic_group(int n) =>
        Assert.Equal(FiniteGroup.Cyclic(n), FiniteGroup.FromMatrices($"C{n}", Turn(n)));

    [Fact]
    public void Orthogonality_is_not_asked_for()
    {
        int[,] sixthTurn = { { 1, -1 }, { 1, 0 } };
        Assert.Equal(FiniteGroup.Cyclic(6), FiniteGroup.FromMatrices("C6", sixthTurn));
        Assert.Equal(FiniteGroup.Cyclic(6), FiniteGroup.FromMatrices("C6", Reals(sixthTurn)));
        Assert.Equal(FiniteGroup.Cyclic(6), FiniteGroup.FromMatrices("C6", new IntegerMatrix(1, -1, 1, 0)));
    }

    [Fact]
    public void Matrices_that_differ_by_less_than_the_tolerance_are_one_element_wherever_they_lie()
    {
        foreach ((int n, double error) in Enumerable.Range(3, 40).SelectMany(n => (double[])[-4e-9, 4e-9], (n, error) => (n, error)))
        {
            Matrix<double> near = Turn(n);
            near[0, 1] += error;
            near[1, 0] += error;
            Assert.Equal(FiniteGroup.Cyclic(n), FiniteGroup.FromMatrices($"C{n}", Turn(n), near));
        }
    }

    [Fact]
    public void Matrices_that_differ_by_more_than_the_tolerance_are_different_elements()
    {
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("G", Shear(1e-6)), "more than 10000 products");
    }

    [Fact]
    public void A_rotation_that_misses_a_full_turn_by_about_the_tolerance_is_refused()
    {
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("C16", TurnBy((2 * Math.PI / 16) + (1.2e-8 / 16))),
            "C16", "differ by about 1E-08", "full double");
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("C16", TurnBy((2 * Math.PI / 16) + 1e-6)), "more than 10000 products", "rounded");
    }

    [Fact]
    public void Infinite_groups_are_refused()
    {
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("shear", new[,] { { 1, 1 }, { 0, 1 } }), "shear", "more than 10000 products",
            "infinite or too large");
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("cat", new[,] { { 2, 1 }, { 1, 1 } }), "cat", "product of trace 3", "infinite",
            "2 x 2 matrices traces are between -2 and 2");
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("G", new[,] { { 1, int.MaxValue }, { 0, 1 } }), "grow beyond", "infinite", "bounded entries");
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("cat", Reals(new[,] { { 2, 1 }, { 1, 1 } })), "product of trace 3");
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("G", Shear(1e308)), "product of trace NaN");
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromPermutations("S8", [1, 2, 3, 4, 5, 6, 7, 0], [1, 0, 2, 3, 4, 5, 6, 7]), "S8", "more than 10000 products");
    }

    [Fact]
    public void Matrices_without_an_inverse_in_a_finite_group_are_refused()
    {
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("G", new[,] { { 1, 0 }, { 0, 1 } }, new[,] { { 2, 0 }, { 0, 1 } }),
            "generator 1 has determinant 2", "1 or -1");
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("G", new[,] { { 0, 1, 1 }, { 0, 2, 2 }, { 0, 3, 5 } }), "generator 0 has determinant 0");
        Message.Says<ArgumentException>(() => FiniteGroup.FromMatrices("G", 2 * Turn(4)), "generator 0 has determinant 4");
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("G", Matrix<double>.Build.Dense(1, 1, double.NaN)), "determinant NaN");
        Message.Says<ArgumentException>(() => FiniteGroup.FromMatrices("G", new IntegerMatrix(1, 1, 1, 1)), "determinant 0");
    }

    [Fact]
    public void The_determinant_is_exact_for_large_entries_and_exchanged_rows()
    {
        int[,] large = { { 0, 0, 1 }, { 1_000_000_007, 1, 0 }, { 1, 0, 0 } };
        Message.Says<ArgumentException>(() => FiniteGroup.FromMatrices("G", large, new int[3, 3]), "generator 1 has determinant 0");
        Assert.Equal(2, FiniteGroup.FromMatrices("G", new[,] { { 0, 0, 1 }, { 0, 1, 0 }, { 1, 0, 0 } }).Order);
        Assert.Equal(2, FiniteGroup.FromMatrices("G", new[,] { { 1, 1_000_000_007 }, { 0, -1 } }).Order);
    }

    [Fact]
    public void Matrices_that_are_not_square_or_not_of_one_size_and_no_matrices_are_refused()
    {
        Message.Says<ArgumentException>(() => FiniteGroup.FromMatrices("G", new int[2, 3]), "generator 0 is a 2 x 3 matrix", "square");
        Message.Says<ArgumentException>(() => FiniteGroup.FromMatrices("G", new int[0, 0]), "0 x 0");
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromMatrices("G", Turn(4), Matrix<double>.Build.DenseIdentity(3)), "generator 1 is a 3 x 3", "2 rows");
        Message.Says<ArgumentException>(() => FiniteGroup.FromMatrices("G", Array.Empty<int[,]>()), "at least one generator");
    }

    private static Matrix<double> Mirror => Matrix<double>.Build.DenseOfArray(new double[,] { { -1, 0 }, { 0, 1 } });

    private static Matrix<double> Shear(double by) => Matrix<double>.Build.DenseOfArray(new[,] { { 1, by }, { 0, 1 } });

    private static Matrix<double> Turn(int n) => TurnBy(2 * Math.PI / n);

    private static Matrix<double> TurnBy(double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        return Matrix<double>.Build.DenseOfArray(new[,] { { cos, -sin }, { sin, cos } });
    }

    private static int[,] Integers(int[] permutation)
    {
        int[,] matrix = new int[permutation.Length, permutation.Length];
        foreach ((int i, int image) in permutation.Index())
        {
            matrix[image, i] = 1;
        }

        return matrix;
    }

    private static Matrix<double> Reals(int[,] m) => Matrix<double>.Build.Dense(m.GetLength(0), m.GetLength(1), (i, j) => m[i, j]);
}
