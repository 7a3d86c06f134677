using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class MatrixRepresentationLaws
{
    private static readonly FiniteGroup D4 = FiniteGroup.Dihedral(4);
    private static readonly Matrix<double> QuarterTurn = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, -1 }, { 1, 0 } });
    private static readonly Matrix<double> Mirror = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { 0, -1 } });

    [Fact]
    public void The_matrices_of_generators_give_those_of_all_elements()
    {
        MatrixRepresentation rho = MatrixRepresentation.FromGenerators("plane", D4, (1, QuarterTurn), (4, Mirror));
        Law.Holds(RepresentationLaw.Of(rho, 0));
        Assert.All(D4.Elements, g => Assert.Equal(Irreps.Of(D4)[2].Matrix(g.Index), rho.Matrix(g.Index)));
        Assert.Equal(("plane", 2), (rho.ToString(), rho.Dimension));
    }

    [Fact]
    public void Any_generating_elements_will_do()
    {
        MatrixRepresentation rho = MatrixRepresentation.FromGenerators("plane", D4, (4, Mirror), (5, QuarterTurn * Mirror));
        Assert.Equal(MatrixRepresentation.FromGenerators("other name", D4, (1, QuarterTurn), (4, Mirror)), rho);
    }

    [Fact]
    public void A_list_of_all_matrices_is_kept_as_it_is()
    {
        foreach (PermutationRepresentation rho in Examples.Representations(D4))
        {
            MatrixRepresentation copy = new("copy", D4, [.. D4.Elements.Select(g => rho.Matrix(g.Index))]);
            Assert.All(D4.Elements, g => Assert.Equal(rho.Matrix(g.Index), copy.Matrix(g.Index)));
        }
    }

    [Fact]
    public void They_are_equal_when_groups_and_entries_are_and_no_caller_can_change_them()
    {
        Matrix<double>[] matrices = [.. D4.Elements.Select(g => Irreps.Of(D4)[2].Matrix(g.Index))];
        MatrixRepresentation rho = new("a", D4, matrices);
        MatrixRepresentation other = new("b", FiniteGroup.Dihedral(4), matrices);
        Assert.Equal(rho, other);
        Assert.Equal(rho.GetHashCode(), other.GetHashCode());
        matrices[0][0, 0] = 5;
        rho.Matrix(1)[0, 0] = 5;
        Law.Holds(RepresentationLaw.Of(rho, 0));
        Assert.NotEqual<Representation>(rho, Irreps.Of(D4)[2]);
        Assert.NotEqual(rho, MatrixRepresentation.FromGenerators("c", D4, (1, QuarterTurn), (4, -Mirror)));
    }

    [Fact]
    public void A_swapped_pair_of_matrices_and_inverse_matrices_are_refused_by_naming_a_pair()
    {
        Matrix<double>[] matrices = [.. D4.Elements.Select(g => Irreps.Of(D4)[2].Matrix(g.Index))];
        Matrix<double>[] inverses = Array.ConvertAll(matrices, m => m.Transpose());
        (matrices[1], matrices[2]) = (matrices[2], matrices[1]);
        Message.Says<ArgumentException>(
            () => new MatrixRepresentation("swapped", D4, matrices), "swapped of D4", "misses the product of the matrices of");
        Message.Says<ArgumentException>(() => new MatrixRepresentation("inverse", D4, inverses), "applies h first");
        Message.Says<ArgumentException>(
            () => MatrixRepresentation.FromGenerators("no relation", D4, (1, QuarterTurn), (4, QuarterTurn)), "misses the product");
        Message.Says<ArgumentException>(
            () => new MatrixRepresentation("no identity", FiniteGroup.Cyclic(1), [Mirror]), "the matrix of 0 * 0 = 0");
    }

    [Fact]
    public void Matrices_that_are_not_orthogonal_or_no_numbers_are_refused()
    {
        Matrix<double> shear = Matrix<double>.Build.DenseOfArray(new double[,] { { -1, 1 }, { 0, 1 } });
        FiniteGroup c2 = FiniteGroup.Cyclic(2);
        Message.Says<ArgumentException>(
            () => MatrixRepresentation.FromGenerators("shear", c2, (1, shear)),
            "shear of C2",
            "element 1 is not orthogonal",
            "at most 1E-009");
        Message.Says<ArgumentException>(
            () => MatrixRepresentation.FromGenerators("nan", c2, (1, shear * double.NaN)), "element 1 is not orthogonal");
    }

    [Fact]
    public void Wrong_numbers_and_sizes_are_refused()
    {
        Matrix<double> one = Matrix<double>.Build.DenseIdentity(1);
        Message.Says<ArgumentException>(
            () => new MatrixRepresentation("few", D4, [one]), "D4 has 8 elements", "1 were given", "FromGenerators");
        Message.Says<ArgumentException>(
            () => MatrixRepresentation.FromGenerators("mixed", D4, (1, QuarterTurn), (4, one)), "the first has 2 rows", "1 x 1");
        Message.Says<ArgumentException>(
            () => MatrixRepresentation.FromGenerators("half", D4, (1, QuarterTurn)), "generate 4 of the 8 elements", "{1, 4}");
        Message.Says<ArgumentException>(
            () => MatrixRepresentation.FromGenerators("none", FiniteGroup.Cyclic(1)), "0 given elements", "{0}");
        Message.Says<ArgumentException>(
            () => MatrixRepresentation.FromGenerators("empty", FiniteGroup.Cyclic(1), (0, Matrix<double>.Build.Dense(1, 2))), "1 x 2");
    }
}
