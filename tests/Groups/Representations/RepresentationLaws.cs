namespace GCnn.Groups.Tests;

public sealed class RepresentationLaws
{
    private static IEnumerable<PermutationRepresentation> All => Examples.Groups.SelectMany(Examples.Representations);

    [Fact]
    public void Matrices_multiply_as_the_elements_do()
    {
        foreach (PermutationRepresentation rho in All.Where(rho => rho.Group.Order <= 12))
        {
            Law.Holds(Law.OfHomomorphisms(rho.Group, rho.Matrix, (m, n) => m * n));
        }
    }

    [Fact]
    public void Basis_vectors_move_as_the_elements_multiply()
    {
        foreach (PermutationRepresentation rho in All)
        {
            Law.Holds(Law.OfActions(rho.Group, rho.Dimension, rho.Act));
        }
    }

    [Fact]
    public void The_laws_reject_inverse_matrices_and_multiplication_from_the_right()
    {
        RegularRepresentation rho = new(FiniteGroup.Dihedral(4));
        Law.IsBrokenBy(Law.OfHomomorphisms(rho.Group, g => rho.Matrix(rho.Group.Inverse(g)), (m, n) => m * n));
        Law.IsBrokenBy(Law.OfActions(rho.Group, 8, (g, h) => rho.Group.Multiply(h, g)));
    }

    [Fact]
    public void Matrices_are_orthogonal_and_characters_count_fixed_basis_vectors()
    {
        foreach (PermutationRepresentation rho in All)
        {
            foreach (GroupElement g in rho.Group.Elements)
            {
                Assert.Equal(rho.Matrix(g.Inverse.Index), rho.Matrix(g.Index).Transpose());
                Assert.Equal(Enumerable.Range(0, rho.Dimension).Count(i => rho.Act(g.Index, i) == i), rho.Character(g.Index));
            }
        }
    }

    [Fact]
    public void A_matrix_moves_basis_vector_i_to_its_image()
    {
        RegularRepresentation rho = new(FiniteGroup.Cyclic(4));
        Assert.Equal(1.0, rho.Matrix(1)[3, 2]);
        Assert.Equal(0.0, rho.Matrix(1)[2, 3]);
    }

    [Fact]
    public void On_coordinates_a_regular_field_reads_at_the_inverse()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            RegularRepresentation rho = new(group);
            double[] v = [.. Enumerable.Range(1, group.Order).Select(i => (double)i)];
            foreach (GroupElement g in group.Elements)
            {
                double[] moved = (rho.Matrix(g.Index) * MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(v)).ToArray();
                Assert.All(group.Elements, h => Assert.Equal(v[(g.Inverse * h).Index], moved[h.Index]));
            }
        }
    }

    [Fact]
    public void The_quotient_by_the_identity_is_regular_and_by_the_group_trivial()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            SameAction(new QuotientRepresentation(Subgroup.Trivial(group)), new RegularRepresentation(group));
            SameAction(new QuotientRepresentation(Subgroup.Whole(group)), new TrivialRepresentation(group));
        }
    }

    [Fact]
    public void Quotients_are_transitive_and_the_subgroup_fixes_basis_vector_0()
    {
        foreach (QuotientRepresentation rho in All.OfType<QuotientRepresentation>())
        {
            Assert.True(rho.IsTransitive);
            Assert.Equal(rho.Subgroup.Index, rho.Dimension);
            Assert.Equal(rho.Subgroup.Members, rho.Group.Elements.Select(g => g.Index).Where(g => rho.Act(g, 0) == 0));
        }
    }

    [Fact]
    public void Orbits_are_numbered_by_their_smallest_member()
    {
        TwoPoints rho = new(FiniteGroup.Dihedral(4));
        Assert.False(rho.IsTransitive);
        Assert.Equal([[0], [1, 2], [3]], rho.Orbits);
        Assert.Equal([0, 1, 1, 2], Enumerable.Range(0, 4).Select(rho.OrbitOf));
    }

    [Fact]
    public void Representations_are_equal_by_kind_group_and_subgroup()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.Equal(new RegularRepresentation(d4), new RegularRepresentation(FiniteGroup.Dihedral(4)));
        Assert.NotEqual(new RegularRepresentation(d4), new RegularRepresentation(FiniteGroup.Cyclic(8)));
        Assert.NotEqual<Representation>(new RegularRepresentation(d4), new TrivialRepresentation(d4));
        QuotientRepresentation quotient = new(Subgroup.Generated(d4, 4));
        QuotientRepresentation again = new(Subgroup.Generated(FiniteGroup.Dihedral(4), 4));
        Assert.Equal(quotient, again);
        Assert.Equal(quotient.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(quotient, new QuotientRepresentation(Subgroup.Generated(d4, 5)));
    }

    [Fact]
    public void Representations_print_their_names()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.Equal("trivial", new TrivialRepresentation(d4).ToString());
        Assert.Equal("regular", new RegularRepresentation(d4).ToString());
        Assert.Equal("quotient D4/{0,4}", new QuotientRepresentation(Subgroup.Generated(d4, 4)).ToString());
    }

    [Fact]
    public void Unknown_basis_vectors_and_elements_are_refused()
    {
        foreach (PermutationRepresentation rho in Examples.Representations(FiniteGroup.Dihedral(4)))
        {
            Message.Says<ArgumentOutOfRangeException>(() => rho.Act(0, rho.Dimension), rho.Name, "D4", "no basis vector");
            Message.Says<ArgumentOutOfRangeException>(() => rho.OrbitOf(-1), "no basis vector -1");
            Message.Says<ArgumentOutOfRangeException>(() => rho.Act(8, 0), "no element 8");
        }
    }

    private static void SameAction(PermutationRepresentation a, PermutationRepresentation b)
    {
        Assert.Equal(b.Dimension, a.Dimension);
        Assert.All(a.Group.Elements, g => Assert.All(
            Enumerable.Range(0, a.Dimension), i => Assert.Equal(b.Act(g.Index, i), a.Act(g.Index, i))));
    }

    /// <summary>Reflections exchange basis vectors 1 and 2 and fix 0 and 3: three orbits.</summary>
    private sealed record TwoPoints : PermutationRepresentation
    {
        public TwoPoints(FiniteGroup group)
            : base(group)
        {
        }

        public override string Name => "two points";

        public override int Dimension => 4;

        public override int Act(int g, int i) => g >= Group.Order / 2 && RequireBasisVector(i) is 1 or 2 ? 3 - i : i;
    }
}
