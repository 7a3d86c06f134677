using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>Neighbouring geometric steps are one resample, exact ones alone stay exact, and nothing else is composed.</summary>
public class CompositionLaws
{
    private static readonly RandomRotation Rotation = new();
    private static readonly RandomScale Scale = new() { Factor = new(0.7, 1.4) };
    private static readonly RandomShift Shift = new() { Right = new(-4, 4), Down = new(-4, 4) };

    [Fact]
    public void Rotation_scale_and_shift_are_one_warp()
    {
        Pipeline steps = new(Rotation, Scale, Shift);
        Tensor images = Examples.Images(3, 31, 33);
        Parameters[] drawn = steps.Draw(1, 0, [0, 1, 2]);
        WarpParameters[] together = Array.ConvertAll(drawn, p => new WarpParameters(
            ((RotationParameters)p.Steps[0]).Degrees, ((ScaleParameters)p.Steps[1]).Factor,
            ((ShiftParameters)p.Steps[2]).Right, ((ShiftParameters)p.Steps[2]).Down));
        Assert.InRange(Examples.Distance(new RandomWarp().Apply(images, together), steps.Apply(images, drawn)), 0, 1e-5);
    }

    [Fact]
    public void Three_resamples_in_sequence_are_rejected()
    {
        Pipeline steps = new(Rotation, Scale, Shift);
        Tensor images = Examples.Images(3, 31, 33);
        Parameters[] drawn = steps.Draw(1, 0, [0, 1, 2]);
        Assert.True(Examples.Distance(OneByOne(steps, images, drawn), steps.Apply(images, drawn)) > 0.2);
    }

    [Fact]
    public void Exact_elements_join_a_warp_beside_them()
    {
        Pipeline steps = new(new RandomPointElement(PlaneGroup.P4m), Rotation, new RandomFlip(true, true));
        Tensor image = Examples.Images(1, 31, 31);
        foreach (Parameters drawn in steps.Draw(2, 0, Enumerable.Range(0, 16).Select(n => (long)n)))
        {
            Affine map = steps.Place(drawn, new(31, 31)).Map;
            Tensor once = new FixedWarp(map).Apply(image, [new NoParameters()]);
            Assert.True(Examples.Same(once, steps.Apply(image, [drawn])));
            Assert.InRange(Examples.Distance(OneByOne(steps, image, [drawn]), once), 0, 1e-5);
        }
    }

    [Fact]
    public void Exact_elements_alone_are_the_index_maps()
    {
        Pipeline steps = new(new RandomPointElement(PlaneGroup.P4m), new RandomFlip(true, true), new RandomPointElement(PlaneGroup.P4));
        Tensor images = Examples.Images(8, 7, 7);
        Parameters[] drawn = steps.Draw(2, 0, Enumerable.Range(0, 8).Select(n => (long)n));
        Assert.True(Examples.Same(OneByOne(steps, images, drawn), steps.Apply(images, drawn)));
    }

    [Fact]
    public void Hexagons_are_moved_exactly_also_beside_a_warp()
    {
        Pipeline steps = new(new RandomPointElement(PlaneGroup.P6m), Shift);
        Tensor images = Examples.Images(8, 9, 9).MaskToHexagon();
        Parameters[] drawn = steps.Draw(2, 0, Enumerable.Range(0, 8).Select(n => (long)n));
        Assert.True(Examples.Same(OneByOne(steps, images, drawn), steps.Apply(images, drawn)));
    }

    [Fact]
    public void Another_step_another_interpolation_or_another_padding_keeps_warps_apart()
    {
        Augmentation[][] apart =
        [
            [Rotation, new BrightnessContrast { Brightness = new(0.1, 0.2) }, Shift],
            [Rotation, Shift with { Interpolation = Interpolation.Nearest }],
            [Rotation, Shift with { Padding = WarpPadding.Border }],
        ];
        Tensor images = Examples.Images(3, 15, 15);
        Assert.All(apart, steps =>
        {
            Pipeline pipeline = new(steps);
            Parameters[] drawn = pipeline.Draw(3, 0, [0, 1, 2]);
            Assert.True(Examples.Same(OneByOne(pipeline, images, drawn), pipeline.Apply(images, drawn)));
        });
    }

    [Fact]
    public void A_crop_joins_the_warp_before_it_and_cuts_for_the_one_after_it()
    {
        Tensor images = Examples.Images(3, 31, 33);
        Pipeline after = new(Rotation, new RandomCrop(14, 11)), before = new(new CentreCrop(14, 12), Rotation);
        Assert.InRange(Examples.Distance(Sequence(after, images), Run(after, images)), 0, 1e-4);
        Assert.True(Examples.Same(Sequence(before, images), Run(before, images)));
        Pipeline middle = new(Rotation, new CentreCrop(14, 12), Shift), whole = new(Rotation, Shift, new CentreCrop(14, 12));
        Assert.True(Examples.Distance(Run(whole, images), Run(middle, images)) > 0.2);
    }

    [Theory]
    [InlineData(WarpPadding.Zeros)]
    [InlineData(WarpPadding.Border)]
    [InlineData(WarpPadding.Reflection)]
    public void A_pad_joins_the_warp_after_it_and_adds_to_the_one_before_it(WarpPadding padding)
    {
        Tensor images = Examples.Images(3, 13, 17);
        var pad = Pad.Around(5, padding);
        Pipeline before = new(pad, Rotation with { Padding = padding }), after = new(Rotation with { Padding = padding }, pad);
        Assert.InRange(Examples.Distance(Sequence(before, images), Run(before, images)), 0, 1e-4);
        Assert.True(Examples.Same(Sequence(after, images), Run(after, images)));
    }

    [Fact]
    public void Placements_compose_as_their_steps_follow_each_other()
    {
        Pipeline steps = new(Pad.Around(3), new RandomPointElement(PlaneGroup.P4m), Rotation, new RandomCrop(9, 10), Shift, Scale);
        ImageSize before = new(15, 12);
        foreach (Parameters drawn in steps.Draw(5, 0, Enumerable.Range(0, 20).Select(n => (long)n)))
        {
            var placement = Placement.Unmoved(before);
            for (int i = 0; i < steps.Steps.Count; i++)
            {
                placement = placement.Then(((GeometricAugmentation)steps.Steps[i]).Place(drawn.Steps[i], placement.After));
            }

            Assert.Equal(placement, steps.Place(drawn, before));
            Assert.Equal(new(9, 10), placement.After);
            Assert.Equal(drawn.IsReflection, placement.Map.IsReflection);
        }
    }

    [Fact]
    public void Pipelines_are_equal_when_their_steps_are()
    {
        Assert.Equal(new Pipeline(Rotation, Scale), new Pipeline(new RandomRotation(), Scale));
        Assert.Equal(new Pipeline(Rotation, Scale).GetHashCode(), new Pipeline(new RandomRotation(), Scale).GetHashCode());
        Assert.NotEqual(new Pipeline(Scale, Rotation), new Pipeline(Rotation, Scale));
        Assert.NotEqual(new Pipeline(Rotation), new Pipeline(Rotation, Scale));
    }

    private static Tensor Run(Pipeline pipeline, Tensor images) => pipeline.Apply(images, pipeline.Draw(1, 0, [0, 1, 2]));

    private static Tensor Sequence(Pipeline pipeline, Tensor images) => OneByOne(pipeline, images, pipeline.Draw(1, 0, [0, 1, 2]));

    private static Tensor OneByOne(Pipeline pipeline, Tensor images, Parameters[] drawn) =>
        pipeline.Steps.Index().Aggregate(images, (all, step) => step.Item.Apply(all, [.. drawn.Select(p => p.Steps[step.Index])]));
}
