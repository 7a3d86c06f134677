using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;

namespace GCnn.Augment.Tests;

/// <summary>Laws of maps and placements over random ones.</summary>
public class PlacementProperties
{
    private static readonly Augmentation[] Kinds =
    [
        new RandomRotation(), new RandomScale { Factor = new(0.5, 2) }, new RandomShift { Right = new(-3, 3), Down = new(-3, 3) },
        new RandomShear { Right = new(-0.5, 0.5), Down = new(-0.5, 0.5) }, new RandomFlip(true, true), new RandomPointElement(PlaneGroup.P4m),
        new RandomGroupElement(PlaneGroup.Dihedral(8)), Pad.Around(2), new RandomCrop(6, 6), new BrightnessContrast(),
        new RandomWarp { Degrees = new(0, 360), Flip = true, Shear = new(-0.2, 0.2) },
    ];

    private static Gen<(Pipeline Pipeline, int Seed)> Pipelines =>
        from count in Gen.Choose(0, 6)
        from kinds in Gen.ListOf(Gen.Elements(Kinds), count)
        from seed in Gen.Choose(0, 100_000)
        select (new Pipeline([.. kinds]), seed);

    [Fact]
    public void A_placement_takes_a_point_where_its_steps_do_one_after_another() => Prop.ForAll(
        Pipelines.ToArbitrary(), drawn => Disagreement(drawn.Pipeline, drawn.Seed, (p, q) => p.Then(q)) < 1e-9)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Composition_in_the_other_order_is_rejected() => Assert.ThrowsAny<Exception>(() => Prop.ForAll(
        Pipelines.ToArbitrary(),
        drawn => Disagreement(drawn.Pipeline, drawn.Seed, (p, q) => new(p.Map * q.Map, q.After)) < 1e-9).QuickCheckThrowOnFailure());

    [Fact]
    public void The_sample_is_a_reflection_exactly_when_the_determinant_is_negative() => Prop.ForAll(
        Pipelines.ToArbitrary(), drawn =>
        {
            Parameters parameters = drawn.Pipeline.Draw(new(drawn.Seed, 0, 0));
            return parameters.IsReflection == drawn.Pipeline.Place(parameters, new(9, 9)).Map.IsReflection;
        }).QuickCheckThrowOnFailure();

    private static double Disagreement(Pipeline pipeline, int seed, Func<Placement, Placement, Placement> compose)
    {
        Parameters drawn = pipeline.Draw(new(seed, 0, 0));
        ImageSize before = new(9, 11);
        KeyPoint point = new(3, 7), moved = point;
        Placement together = Placement.Unmoved(before), size = together;
        foreach ((int i, Augmentation step) in pipeline.Steps.Index())
        {
            if (step is GeometricAugmentation geometric)
            {
                Placement placement = geometric.Place(drawn.Steps[i], size.After);
                moved = moved.Moved(placement, size.After);
                (together, size) = (compose(together, placement), placement);
            }
        }

        KeyPoint once = point.Moved(together, before);
        return Math.Abs(once.Column - moved.Column) + Math.Abs(once.Row - moved.Row);
    }
}
