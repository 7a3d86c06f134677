namespace GCnn.Groups.Tests;

public sealed class FilterIndexMapRefusals
{
    private static readonly FieldType Regular = FieldType.Regular(PlaneGroup.P4m, 1);

    [Fact]
    public void Field_types_of_different_groups_are_refused() =>
        Message.Says<ArgumentException>(
            () => FilterIndexMap.For(FieldType.Regular(PlaneGroup.P4, 1), Regular, Stencil.Square(3)),
            "'p4: 1 regular'", "'p4m: 1 regular'", "another group");

    [Fact]
    public void The_same_abstract_group_with_other_matrices_is_refused() =>
        Message.Says<ArgumentException>(
            () => FilterIndexMap.For(FieldType.Regular(PlaneGroup.Pm, 1), FieldType.Regular(PlaneGroup.Cm, 1), Stencil.Square(3)),
            "pm", "cm");

    [Fact]
    public void A_representation_that_does_not_permute_is_refused_by_name()
    {
        FieldType sign = Regular + FieldType.Of(PlaneGroup.P4m, new SignRepresentation(PlaneGroup.P4m));
        Message.Says<ArgumentException>(() => FilterIndexMap.For(sign, Regular, Stencil.Square(3)), "'sign'", "input",
            "p4m: 1 regular + 1 sign");
        Message.Says<ArgumentException>(() => FilterIndexMap.For(Regular, sign, Stencil.Square(3)), "'sign'", "output",
            "trivial, regular or quotient");
    }

    [Fact]
    public void A_stencil_that_is_not_closed_is_refused()
    {
        Stencil offCentre = Stencil.FromPoints([new(0, 0), new(1, 0)]);
        Message.Says<ArgumentException>(() => FilterIndexMap.For(Regular, Regular, offCentre), "not closed under p4m", "(2, 0)",
            "element 1");
    }
}
