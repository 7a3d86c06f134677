namespace GCnn.Groups.Tests;

public sealed class CharacterLaws
{
    private static readonly (FiniteGroup Group, (Character Character, IrrepType Type)[] Irreps)[] Every =
        [.. CharacterExamples.All.Select(group => (group, Irreps.Of(group).Select(i => (Character.Of(i), i.Type)).ToArray()))];

    private static readonly FiniteGroup D4 = FiniteGroup.Dihedral(4);
    private static readonly IReadOnlyList<Irrep> Irrep = Irreps.Of(D4);

    [Fact]
    public void A_character_has_the_trace_at_every_element()
    {
        foreach (FiniteGroup group in CharacterExamples.Others)
        {
            foreach (Irrep irrep in Irreps.Of(group))
            {
                Character character = Character.Of(irrep);
                Assert.All(group.Elements, g => Assert.Equal(irrep.Matrix(g.Index).Trace(), character[g.Index], 1e-9));
            }
        }
    }

    [Fact]
    public void Rows_are_orthogonal_and_have_the_type_as_norm() =>
        Assert.All(Every, e => Law.Holds(RowViolation(e.Irreps)));

    [Fact]
    public void Columns_are_orthogonal() => Assert.All(Every, e => Law.Holds(ColumnViolation(e.Group, e.Irreps)));

    [Fact]
    public void The_orthogonality_laws_reject_a_wrong_type_and_a_wrong_value()
    {
        FiniteGroup c3 = FiniteGroup.Cyclic(3);
        Character trivial = Character.FromClasses(c3, 1, 1, 1);
        Law.Holds(RowViolation([(trivial, IrrepType.Real), (Character.FromClasses(c3, 2, -1, -1), IrrepType.Complex)]));
        Law.IsBrokenBy(RowViolation([(trivial, IrrepType.Real), (Character.FromClasses(c3, 2, -1, -1), IrrepType.Real)]));
        Law.IsBrokenBy(RowViolation([(trivial, IrrepType.Real), (Character.FromClasses(c3, 2, -1, 0), IrrepType.Complex)]));
        Law.IsBrokenBy(ColumnViolation(c3, [(trivial, IrrepType.Real), (Character.FromClasses(c3, 2, -1, -1), IrrepType.Real)]));
    }

    [Fact]
    public void The_Frobenius_Schur_indicator_is_1_0_or_minus_2_by_the_type()
    {
        foreach ((FiniteGroup group, (Character Character, IrrepType Type)[] irreps) in Every)
        {
            Assert.All(irreps, i => Law.Holds(IndicatorViolation(group, i.Character, i.Type, g => group.Multiply(g, g))));
            Assert.All(irreps, i => Assert.Equal(i.Type, i.Character.Type));
            Assert.All(irreps, i => Assert.True(i.Character.IsIrreducible));
        }
    }

    [Fact]
    public void The_indicator_rejects_a_wrong_type_and_elements_without_their_squares()
    {
        FiniteGroup q8 = Examples.Quaternions;
        Character quaternions = Character.Of(Irreps.Of(q8)[4]);
        Law.IsBrokenBy(IndicatorViolation(q8, quaternions, IrrepType.Complex, g => q8.Multiply(g, g)));
        Law.IsBrokenBy(IndicatorViolation(q8, quaternions, IrrepType.Quaternionic, g => g));
    }

    [Fact]
    public void The_number_of_square_roots_of_the_identity_is_the_sum_of_degrees_over_complex_irreps()
    {
        foreach ((FiniteGroup group, (Character Character, IrrepType Type)[] irreps) in Every)
        {
            double sum = irreps.Sum(i => i.Character.FrobeniusSchur * i.Character.Degree / (int)i.Type);
            Assert.Equal(group.Elements.Count(g => g * g == group.Identity), sum, 1e-9);
        }
    }

    [Fact]
    public void Sums_are_not_irreducible()
    {
        foreach ((_, (Character Character, IrrepType Type)[] irreps) in Every.Where(e => e.Irreps.Length < 8))
        {
            Assert.All(from a in irreps from b in irreps select a.Character + b.Character, sum => Assert.False(sum.IsIrreducible));
        }

        Assert.False(Character.FromClasses(D4, -1, -1, -1, -1, -1).IsIrreducible);
    }

    [Fact]
    public void Sums_and_products_are_the_characters_of_sums_and_products()
    {
        foreach ((Irrep a, Irrep b) in from a in Irrep from b in Irrep select (a, b))
        {
            Assert.Equal(Character.Of(a + b), Character.Of(a) + Character.Of(b));
            Assert.Equal(Character.Of(a.Tensor(b)), Character.Of(a) * Character.Of(b));
        }
    }

    [Fact]
    public void The_regular_representation_holds_each_irrep_as_often_as_its_dimension_over_its_type()
    {
        foreach (FiniteGroup group in CharacterExamples.All)
        {
            Character regular = Character.Of(new RegularRepresentation(group));
            Assert.All(Irreps.Of(group), i => Assert.Equal(i.Dimension / (int)i.Type, regular.Multiplicity(i)));
        }
    }

    [Fact]
    public void Characters_are_equal_when_groups_and_values_are()
    {
        Character character = Character.Of(Irrep[2]);
        Assert.Equal(character, Character.FromClasses(FiniteGroup.Dihedral(4), 2, 0, -2, 0, 0));
        Assert.Equal(character.GetHashCode(), Character.Of(Irreps.Of(FiniteGroup.Dihedral(4))[2]).GetHashCode());
        Assert.False(character.Equals((object)Character.Of(Irrep[3])));
        Assert.False(character.Equals(null));
        Assert.NotEqual(Character.Of(Irrep[0]), Character.Of(Irreps.Of(FiniteGroup.Cyclic(5))[0]));
        Assert.Equal("D4: 2 0 -2 0 0", character.ToString());
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Character foreign = Character.Of(new RegularRepresentation(FiniteGroup.Cyclic(8)));
        Character character = Character.Of(Irrep[2]);
        Message.Says<ArgumentException>(() => character + foreign, "different groups, D4 of order 8 and C8 of order 8");
        Message.Says<ArgumentException>(() => character.Inner(foreign), "different groups");
        Message.Says<ArgumentException>(() => character.Distance(foreign), "different groups");
        Message.Says<ArgumentException>(() => Character.FromClasses(D4, 1, 1), "D4 has 5 conjugacy classes", "2 were given");
        Message.Says<InvalidOperationException>(
            () => Character.FromClasses(D4, 1, 0, 0, 0, 0).Multiplicity(Irrep[0]), "0.125 times", "whole number");
        Message.Says<ArgumentOutOfRangeException>(() => character[8], "no element 8");
    }

    private static string? RowViolation((Character Character, IrrepType Type)[] irreps) =>
        (from a in irreps
         from b in irreps
         let inner = a.Character.Inner(b.Character)
         let expected = ReferenceEquals(a.Character, b.Character) ? (int)a.Type : 0
         where Math.Abs(inner - expected) > 1e-9
         select $"<{a}, {b}> = {inner}").FirstOrDefault();

    /// <summary><c>sum of chi(g) chi(h) / m = |C(g)| ([g ~ h] + [g ~ h^-1]) / 2</c>.</summary>
    private static string? ColumnViolation(FiniteGroup group, (Character Character, IrrepType Type)[] irreps)
    {
        ConjugacyClasses all = group.ConjugacyClasses;
        double Centralizer(int c) => (double)group.Order / all.Size(c);
        return (from c in Enumerable.Range(0, all.Count)
                from d in Enumerable.Range(0, all.Count)
                let sum = irreps.Sum(i => i.Character.Values[c] * i.Character.Values[d] / (int)i.Type)
                let matches = (c == d ? 1 : 0) + (c == all.InverseOf(d) ? 1 : 0)
                where Math.Abs(sum - (matches * Centralizer(c) / 2)) > 1e-9
                select $"columns {c} and {d} have the product {sum}").FirstOrDefault();
    }

    private static string? IndicatorViolation(FiniteGroup group, Character character, IrrepType type, Func<int, int> square)
    {
        double indicator = group.Elements.Sum(g => character[square(g.Index)]) / group.Order;
        int expected = type switch { IrrepType.Real => 1, IrrepType.Complex => 0, _ => -2 };
        return Math.Abs(indicator - expected) > 1e-9 || Math.Abs(indicator - character.FrobeniusSchur) > 1e-9
            ? $"{character}: the indicator is {indicator}"
            : null;
    }
}
