using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class PlaneGroupElementLaws
{
    private static Gen<PlaneGroupElement[]> Triples =>
        from name in Gen.Elements(PlaneGroup.All.Select(plane => plane.Name).ToArray())
        let plane = PlaneGroup.Named(name)
        from elements in
            (from translation in LatticePointLaws.Points
             from point in Gen.Choose(0, plane.Order - 1)
             select plane.Element(translation, point)).ArrayOf(3)
        select elements;

    [Fact]
    public void Elements_form_a_group_translations_included() => Check(Axioms);

    [Fact]
    public void Elements_act_on_points_from_the_left() =>
        Prop.ForAll(Triples.ToArbitrary(), LatticePointLaws.Points.ToArbitrary(), (t, p) =>
            (t[0] * t[1]).Apply(p) == t[0].Apply(t[1].Apply(p))
            && t[0].Inverse.Apply(t[0].Apply(p)) == p
            && t[0].Group.Identity.Apply(p) == p).QuickCheckThrowOnFailure();

    [Fact]
    public void Distances_between_images_are_distances_between_points() =>
        Prop.ForAll(Triples.ToArbitrary(), LatticePointLaws.Points.ToArbitrary(), LatticePointLaws.Points.ToArbitrary(), (t, p, q) =>
            Norm(t[0].Group, t[0].Apply(p) - t[0].Apply(q)) == Norm(t[0].Group, p - q)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_axioms_reject_an_inverse_that_forgets_to_turn_the_translation() =>
        Assert.ThrowsAny<Exception>(() => Check(t =>
            t[0] * t[0].Group.Element(-t[0].Translation, t[0].Inverse.Point) == t[0].Group.Identity));

    [Fact]
    public void A_product_turns_the_second_translation()
    {
        PlaneGroupElement quarter = PlaneGroup.P4.Element(new(5, 0), 1);
        PlaneGroupElement step = PlaneGroup.P4.Element(new(1, 0), 0);
        Assert.Equal(PlaneGroup.P4.Element(new(5, -1), 1), quarter * step);
        Assert.Equal("p4: x -> [[0, 1], [-1, 0]] x + (5, 0)", quarter.ToString());
    }

    [Fact]
    public void Elements_of_different_groups_are_refused() =>
        Message.Says<ArgumentException>(() => PlaneGroup.P4m.Identity * PlaneGroup.P4.Identity, "p4m and p4", "ElementsOf");

    private static void Check(Func<PlaneGroupElement[], bool> property) =>
        Prop.ForAll(Triples.ToArbitrary(), property).QuickCheckThrowOnFailure();

    private static bool Axioms(PlaneGroupElement[] t)
    {
        PlaneGroupElement identity = t[0].Group.Identity;
        return t[0] * t[1] * t[2] == t[0] * (t[1] * t[2])
            && t[0] * identity == t[0] && identity * t[0] == t[0]
            && t[0] * t[0].Inverse == identity && t[0].Inverse * t[0] == identity;
    }

    private static int Norm(PlaneGroup group, LatticePoint p)
    {
        LatticePoint dual = group.Lattice.Gram.Transform(p);
        return (p.X * dual.X) + (p.Y * dual.Y);
    }
}
