using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class PolyhedralGroups
{
    [Theory]
    [InlineData("T", "1 3 4 4", "1:1 2:3 3:8")]
    [InlineData("O", "1 3 6 6 8", "1:1 2:9 3:8 4:6")]
    [InlineData("Oh", "1 1 3 3 6 6 6 6 8 8", "1:1 2:19 3:8 4:12 6:8")]
    [InlineData("I", "1 12 12 15 20", "1:1 2:15 3:20 5:24")]
    [InlineData("Ih", "1 1 12 12 12 12 15 15 20 20", "1:1 2:31 3:20 5:24 6:20 10:24")]
    [InlineData("A5", "1 12 12 15 20", "1:1 2:15 3:20 5:24")]
    [InlineData("S4", "1 3 6 6 8", "1:1 2:9 3:8 4:6")]
    [InlineData("S5", "1 10 15 20 20 24 30", "1:1 2:25 3:20 4:30 5:24 6:20")]
    [InlineData("D4", "1 1 2 2 2", "1:1 2:5 4:2")]
    [InlineData("D5", "1 2 2 5", "1:1 2:5 5:4")]
    [InlineData("Q8", "1 1 2 2 2", "1:1 2:1 4:6")]
    [InlineData("Dic3", "1 1 2 2 3 3", "1:1 2:1 3:2 4:6 6:2")]
    public void Class_sizes_and_numbers_of_elements_of_each_order_are_those_of_the_textbook(string name, string sizes, string orders)
    {
        FiniteGroup group = Named.Group(name);
        ConjugacyClasses classes = group.ConjugacyClasses;
        Assert.Equal(name, group.Name);
        Assert.Equal(sizes, string.Join(' ', Enumerable.Range(0, classes.Count).Select(classes.Size).Order()));
        Assert.Equal(orders, string.Join(' ', group.Elements.CountBy(g => g.Order).OrderBy(n => n.Key).Select(n => $"{n.Key}:{n.Value}")));
    }

    [Fact]
    public void The_octahedral_group_is_that_of_the_signed_permutation_matrices_of_determinant_1()
    {
        int[,] quarterTurn = { { 0, -1, 0 }, { 1, 0, 0 }, { 0, 0, 1 } };
        int[,] thirdTurn = { { 0, 0, 1 }, { 1, 0, 0 }, { 0, 1, 0 } };
        FiniteGroup group = FiniteGroup.FromMatrices("O", [quarterTurn, thirdTurn], out IReadOnlyList<int[,]> matrices);
        Assert.Equal(FiniteGroup.Octahedral, group);
        Assert.Equal(quarterTurn, matrices[1]);
        Assert.Equal(thirdTurn, matrices[2]);
        Assert.All(matrices, m => Assert.Equal(1, Real(m).Determinant(), 12));
        Assert.All(matrices, m => Assert.Equal(3, m.Cast<int>().Count(entry => entry is 1 or -1)));
        Law.Holds(Law.OfHomomorphisms(group, g => Real(matrices[g]), (a, b) => a * b));
        Law.IsBrokenBy(Law.OfHomomorphisms(group, g => Real(matrices[g]).Transpose(), (a, b) => a * b));
    }

    [Fact]
    public void The_rotations_of_the_octahedron_hold_those_of_the_tetrahedron()
    {
        FiniteGroup octahedral = FiniteGroup.Octahedral;
        Subgroup tetrahedral = Assert.Single(Subgroup.AllOf(octahedral), k => k.Order == 12);
        Assert.True(tetrahedral.AsGroup().IsIsomorphicTo(FiniteGroup.Tetrahedral));
        Assert.Equal(octahedral.CommutatorSubgroup, tetrahedral);
    }

    [Fact]
    public void Rotation_matrices_of_the_icosahedron_have_the_table_of_its_permutations_of_vertices()
    {
        Matrix<double> fifthTurn = Rotation([0, 0, 1], 2 * Math.PI / 5);
        Matrix<double> halfTurn = Rotation([2, 0, 1 + Math.Sqrt(5)], Math.PI);
        FiniteGroup group = FiniteGroup.FromMatrices("I", [fifthTurn, halfTurn], out IReadOnlyList<Matrix<double>> matrices);
        Assert.Equal(FiniteGroup.Icosahedral, group);
        Assert.All(matrices, m => Assert.True((m * m.Transpose() - Matrix<double>.Build.DenseIdentity(3)).L2Norm() < 1e-12));
    }

    [Fact]
    public void The_full_groups_are_the_rotations_and_then_the_rotations_times_the_inversion()
    {
        Assert.Equal(FiniteGroup.WithFlip(FiniteGroup.Octahedral), FiniteGroup.FullOctahedral);
        Assert.Equal(FiniteGroup.WithFlip(FiniteGroup.Icosahedral), FiniteGroup.FullIcosahedral);
        Assert.Equal(48, FiniteGroup.FullOctahedral.Order);
        Assert.Equal(120, FiniteGroup.FullIcosahedral.Order);
    }

    [Fact]
    public void A_group_with_flips_keeps_its_numbers_and_the_flip_commutes()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            FiniteGroup flipped = FiniteGroup.WithFlip(group);
            Assert.Equal(FiniteGroup.DirectProduct(FiniteGroup.Cyclic(2), group), flipped);
            Assert.Equal($"{group} x C2", flipped.Name);
            Assert.True(flipped.Centre.Contains(group.Order));
            Assert.Equal(2, flipped.OrderOf(group.Order));
            Assert.Equal(group, Homomorphism.FromFunction(group, flipped, g => g).Image.AsGroup());
        }
    }

    [Fact]
    public void The_even_permutations_are_the_alternating_subgroup()
    {
        foreach (int n in Enumerable.Range(1, 5))
        {
            FiniteGroup symmetric = FiniteGroup.Symmetric(n);
            Assert.Equal(FiniteGroup.Alternating(n), symmetric.CommutatorSubgroup.AsGroup());
            Assert.Equal(Enumerable.Range(1, n).Aggregate((a, b) => a * b), symmetric.Order);
        }
    }

    [Fact]
    public void Permutations_are_numbered_lexicographically()
    {
        FiniteGroup s3 = FiniteGroup.Symmetric(3);
        int[][] permutations = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        for (int g = 0; g < 6; g++)
        {
            for (int h = 0; h < 6; h++)
            {
                Assert.Equal(Enumerable.Range(0, 3).Select(i => permutations[g][permutations[h][i]]), permutations[s3.Multiply(g, h)]);
            }
        }
    }

    [Fact]
    public void Dicyclic_groups_satisfy_their_relations_and_quaternions_multiply_as_Hamilton_said()
    {
        foreach (int n in Enumerable.Range(1, 8))
        {
            FiniteGroup group = FiniteGroup.Dicyclic(n);
            (GroupElement a, GroupElement b) = (group[1], group[2 * n]);
            Assert.Equal(4 * n, group.Order);
            Assert.Equal(2 * n, a.Order);
            Assert.Equal(group[n], b * b);
            Assert.Equal(a.Inverse, b * a * b.Inverse);
        }

        FiniteGroup q8 = FiniteGroup.Quaternion;
        (GroupElement i, GroupElement j, GroupElement k, GroupElement minusOne) = (q8[1], q8[4], q8[5], q8[2]);
        Assert.All([i * i, j * j, k * k, i * j * k], square => Assert.Equal(minusOne, square));
        Assert.Equal(k, i * j);
    }

    [Fact]
    public void Groups_beyond_the_catalogue_are_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => FiniteGroup.Symmetric(6), "S_n", "1 to 5", "n = 6", "FromPermutations");
        Message.Says<ArgumentOutOfRangeException>(() => FiniteGroup.Alternating(0), "A_n", "n = 0");
        Message.Says<ArgumentOutOfRangeException>(() => FiniteGroup.Dicyclic(0), "Dic_n", "n = 0");
        Message.Says<ArgumentException>(() => FiniteGroup.Cyclic(10_001), "C10001 has 10001 elements", "at most 10000");
        Message.Says<ArgumentException>(() => FiniteGroup.Dihedral(2_000_000_000), "D2000000000 has 4000000000 elements");
    }

    private static Matrix<double> Real(int[,] matrix) => Matrix<double>.Build.Dense(3, 3, (i, j) => matrix[i, j]);

    private static Matrix<double> Rotation(double[] direction, double angle)
    {
        Vector<double> k = Vector<double>.Build.Dense(direction).Normalize(2);
        Matrix<double> cross = Matrix<double>.Build.DenseOfRowArrays([0, -k[2], k[1]], [k[2], 0, -k[0]], [-k[1], k[0], 0]);
        return Matrix<double>.Build.DenseIdentity(3) + (Math.Sin(angle) * cross) + ((1 - Math.Cos(angle)) * cross * cross);
    }
}
