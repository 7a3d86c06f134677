using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class IntertwinerLaws
{
    private static readonly Intertwiners[] Every =
    [
        .. from g in CharacterExamples.All.Where(g => g.Order <= 9 || g.Order == 24)
           let some = Some(g).ToArray()
           from rho in some
           from sigma in some
           select Intertwiners.Between(rho, sigma),
    ];

    [Fact]
    public void Every_basis_element_is_an_intertwiner() =>
        Assert.All(Every, space => Assert.All(space.Basis, a => Law.Holds(Violation(space.Source, space.Target, a))));

    [Fact]
    public void The_law_rejects_a_transpose_and_an_arbitrary_matrix()
    {
        RegularRepresentation rho = new(FiniteGroup.Dihedral(3));
        Matrix<double> a = Intertwiners.Between(rho, rho).Project(Matrix<double>.Build.Random(6, 6, 3));
        Law.Holds(Violation(rho, rho, a));
        Law.IsBrokenBy(Violation(rho, rho, Matrix<double>.Build.Random(6, 6, 3)));
        QuotientRepresentation quotient = new(Subgroup.Generated(rho.Group, 3));
        Matrix<double> lift = Intertwiners.Between(quotient, rho).Basis[1];
        Law.IsBrokenBy(Violation(quotient, rho, rho.Matrix(1).Transpose() * lift));
    }

    [Fact]
    public void The_dimension_is_the_product_of_the_characters_and_the_basis_is_orthonormal()
    {
        foreach (Intertwiners space in Every)
        {
            Assert.Equal(Character.Of(space.Source).Inner(Character.Of(space.Target)), space.Dimension, 1e-9);
            int[] all = [.. Enumerable.Range(0, space.Dimension)];
            double[][] basis = Array.ConvertAll(all, k => space.Entries(k).ToArray());
            foreach ((int k, int l) in from k in all from l in all select (k, l))
            {
                Assert.Equal(k == l ? 1 : 0, basis[k].Zip(basis[l], (x, y) => x * y).Sum(), 1e-12);
            }
        }
    }

    [Fact]
    public void The_projection_is_the_mean_over_the_group()
    {
        foreach (Intertwiners space in Every.Where(s => s.Source.Group.Order <= 9))
        {
            Matrix<double> m = Matrix<double>.Build.Random(space.Target.Dimension, space.Source.Dimension, 11);
            Matrix<double> mean = space.Source.Group.Elements
                .Select(g => space.Target.Matrix(g.Index) * m * space.Source.Matrix(g.Index).Transpose())
                .Aggregate((a, b) => a + b) / space.Source.Group.Order;
            Assert.Equal(0, (mean - space.Project(m)).InfinityNorm(), 1e-12);
        }
    }

    [Fact]
    public void Endomorphisms_of_an_irrep_multiply_as_its_type_says()
    {
        foreach (Irrep irrep in CharacterExamples.All.SelectMany(Irreps.Of))
        {
            IReadOnlyList<Matrix<double>> basis = irrep.Endomorphisms;
            Matrix<double> one = Matrix<double>.Build.DenseIdentity(irrep.Dimension);
            Assert.Equal((int)irrep.Type, basis.Count);
            Assert.Equal(one, basis[0]);
            Assert.All(basis, e => Law.Holds(Violation(irrep, irrep, e)));
            Assert.All(basis.Skip(1), e => Assert.Equal(0, ((e * e) + one).InfinityNorm(), 1e-12));
            if (irrep.Type == IrrepType.Quaternionic)
            {
                Assert.Equal(0, ((basis[1] * basis[2]) - basis[3]).InfinityNorm(), 1e-12);
                Assert.Equal(0, ((basis[2] * basis[1]) + basis[3]).InfinityNorm(), 1e-12);
            }
        }

        IEnumerable<Irrep> turning = Enumerable.Range(3, 14).Select(n => Irreps.Of(FiniteGroup.Cyclic(n))[1]);
        Assert.All(turning, irrep => Assert.Equal([0, -1, 1, 0], irrep.Endomorphisms[1].ToRowMajorArray()));
    }

    [Fact]
    public void Spaces_are_equal_when_their_representations_are()
    {
        FiniteGroup d3 = FiniteGroup.Dihedral(3);
        (Representation regular, Representation trivial) = (new RegularRepresentation(d3), new TrivialRepresentation(d3));
        Intertwiners space = Intertwiners.Between(regular, trivial);
        Assert.Equal(space, Intertwiners.Between(new RegularRepresentation(FiniteGroup.Dihedral(3)), trivial));
        Assert.Equal(space.GetHashCode(), Intertwiners.Between(regular, trivial).GetHashCode());
        Assert.False(space.Equals((object)Intertwiners.Between(trivial, regular)));
        Assert.False(space.Equals(null));
    }

    [Fact]
    public void Unknown_basis_elements_and_other_sizes_are_refused()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Intertwiners space = Intertwiners.Between(new RegularRepresentation(d4), new TrivialRepresentation(d4));
        Assert.Equal("intertwiners of D4 from regular to trivial", space.ToString());
        Message.Says<ArgumentOutOfRangeException>(
            () => space.Entries(1).Length, "intertwiners of D4 from regular to trivial", "1 dimensions");
        Message.Says<ArgumentException>(() => space.Project(Matrix<double>.Build.Dense(8, 1)), "are 1 x 8 matrices; this one is 8 x 1");
    }

    private static IEnumerable<Representation> Some(FiniteGroup group)
    {
        IReadOnlyList<Irrep> irreps = Irreps.Of(group);
        return group.Order == 24
            ? irreps
            : [new TrivialRepresentation(group), new RegularRepresentation(group), .. irreps, irreps[0] + irreps[^1]];
    }

    private static string? Violation(Representation rho, Representation sigma, Matrix<double> a) => rho.Group.Generators
        .Where(g => ((a * rho.Matrix(g)) - (sigma.Matrix(g) * a)).InfinityNorm() > 1e-11)
        .Select(g => $"{rho} -> {sigma}: the map does not commute with {g}").FirstOrDefault();
}
