using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class PlanarIsometryLaws
{
    private static readonly PlanarIsometry S = new(0, isReflection: true);

    [Fact]
    public void Products_are_associative_and_inverses_undo() =>
        Prop.ForAll(ContinuousExamples.Isometries, ContinuousExamples.Isometries, ContinuousExamples.Isometries, (f, g, h) =>
            Same(f * g * h, f * (g * h)) && Same(g * g.Inverse, PlanarIsometry.Identity) && Same((g * h).Inverse, h.Inverse * g.Inverse))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_reflection_turns_rotations_round() =>
        Prop.ForAll(ContinuousExamples.Isometries, g =>
        {
            PlanarIsometry r = new(g.Angle);
            PlanarIsometry mirror = new(g.Angle, isReflection: true);
            return S * r * S == r.Inverse && r * S == mirror && mirror * mirror == PlanarIsometry.Identity;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_finite_subgroups_multiply_as_their_tables_do()
    {
        foreach (ContinuousGroup group in ContinuousExamples.Groups)
        {
            for (int n = 1; n <= 12; n++)
            {
                Law.Holds(Embedding(group, n, group.Finite(n)));
            }
        }
    }

    [Fact]
    public void That_law_rejects_a_group_of_the_same_order() =>
        Law.IsBrokenBy(Embedding(ContinuousGroup.O2, 4, FiniteGroup.Cyclic(8)));

    [Fact]
    public void Angles_are_kept_between_minus_and_plus_half_a_turn()
    {
        Assert.Equal(Math.PI, new PlanarIsometry(-Math.PI).Angle);
        Assert.Equal(Math.PI, new PlanarIsometry(Math.PI).Angle);
        Assert.Equal(-1, new PlanarIsometry(-1).Angle);
        Assert.Equal(0, new PlanarIsometry(Math.Tau).Angle);
        Assert.Equal(default, PlanarIsometry.Identity);
        Assert.Equal(-Math.PI / 2, new PlanarIsometry(1.5 * Math.PI).Angle, 15);
    }

    [Fact]
    public void Isometries_print_as_on_paper()
    {
        Assert.Equal("r(1.5)", new PlanarIsometry(1.5).ToString());
        Assert.Equal("r(-0.5) s", new PlanarIsometry(-0.5, isReflection: true).ToString());
    }

    [Fact]
    public void An_infinite_angle_is_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => new PlanarIsometry(double.PositiveInfinity), "finite angle", "angle");
        Message.Says<ArgumentOutOfRangeException>(() => new PlanarIsometry(double.NaN), "NaN");
    }

    private static string? Embedding(ContinuousGroup whole, int n, FiniteGroup table) =>
        (from g in Enumerable.Range(0, table.Order)
         from h in Enumerable.Range(0, table.Order)
         where !Same(whole.Element(n, g) * whole.Element(n, h), whole.Element(n, table.Multiply(g, h)))
         select $"{whole}, {table}: the product of {g} and {h} is another element").FirstOrDefault();

    /// <summary>Equal up to rounding, also across half a turn.</summary>
    private static bool Same(PlanarIsometry g, PlanarIsometry h) => g.IsReflection == h.IsReflection
        && Math.Abs(Math.IEEERemainder(g.Angle - h.Angle, Math.Tau)) < ContinuousExamples.Tolerance;
}
