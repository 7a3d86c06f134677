using GCnn.Groups;

namespace GCnn.Augment.Tests;

/// <summary>What each single geometric step draws, and the map it stands for.</summary>
public class StepLaws
{
    private const int Draws = 6000;
    private const int Seed = 12;
    private static readonly ImageSize Size = new(9, 12);

    /// <summary>The 99.9 % point of chi-square with 35 degrees of freedom is 66.6.</summary>
    [Fact]
    public void Rotations_are_uniform_over_the_turn()
    {
        RandomRotation rotation = new();
        double[] drawn = [.. Streams.Select(stream => ((RotationParameters)rotation.Draw(stream)).Degrees)];
        Assert.True(Examples.ChiSquare(drawn.Select(degrees => (int)(degrees / 10)), 36) < 66.6);
        Assert.True(Examples.ChiSquare(drawn.Select(degrees => (int)(degrees * degrees / 3600)), 36) > 66.6);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(12, true)]
    [InlineData(7, false)]
    public void Elements_beyond_the_lattice_are_drawn_as_often(int rotations, bool reflects)
    {
        RandomGroupElement augmentation = new(reflects ? PlaneGroup.Dihedral(rotations) : PlaneGroup.Cyclic(rotations));
        int[] drawn = [.. Streams.Select(stream => ((PointElementParameters)augmentation.Draw(stream)).Element)];

        // The 99.9 % point with 23 degrees of freedom is 49.7; with fewer it is less.
        Assert.True(Examples.ChiSquare(drawn, augmentation.Group.Order) < 49.7);
        Assert.True(Examples.ChiSquare(drawn.Select(h => h == 0 ? 1 : h), augmentation.Group.Order) > 49.7);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(12, true)]
    public void Elements_beyond_the_lattice_compose_as_the_group_does(int rotations, bool reflects)
    {
        PlaneGroup group = reflects ? PlaneGroup.Dihedral(rotations) : PlaneGroup.Cyclic(rotations);
        Assert.InRange(CompositionViolation(group, group.PointGroup.Multiply), 0, 1e-12);
        if (reflects)
        {
            Assert.True(CompositionViolation(group, (g, h) => group.PointGroup.Multiply(h, g)) > 0.5);
        }
    }

    [Fact]
    public void Elements_of_the_lattice_move_pixels_exactly_whatever_their_group()
    {
        TorchSharp.torch.Tensor image = Examples.Images(1, 6, 6);
        foreach (int h in Enumerable.Range(0, 8))
        {
            TorchSharp.torch.Tensor moved = new RandomGroupElement(PlaneGroup.Dihedral(8)).Apply(
                image, [new PointElementParameters(PlaneGroup.Dihedral(8), 2 * h)]);
            Assert.True(Examples.Same(
                new RandomPointElement(PlaneGroup.P4m).Apply(image, [new PointElementParameters(PlaneGroup.P4m, h)]), moved));
        }
    }

    [Fact]
    public void Whole_shifts_are_each_as_likely()
    {
        RandomShift shift = new() { Right = new(-2.5, 3), Down = new(4, 4), WholePixels = true };
        ShiftParameters[] drawn = [.. Streams.Select(stream => (ShiftParameters)shift.Draw(stream))];
        Assert.All(drawn, p => Assert.Equal(4, p.Down));
        Assert.True(Examples.ChiSquare(drawn.Select(p => (int)p.Right + 2), 6) < 20.5);
        Assert.All(drawn, p => Assert.Equal(Math.Round(p.Right), p.Right));
    }

    [Fact]
    public void Shifts_fill_their_ranges()
    {
        RandomShift shift = new() { Right = new(-2, 4), Down = new(10, 12) };
        ShiftParameters[] drawn = [.. Streams.Select(stream => (ShiftParameters)shift.Draw(stream))];
        Assert.True(Examples.ChiSquare(drawn.Select(p => (int)(p.Right + 2)), 6) < 20.5);
        Assert.True(Examples.ChiSquare(drawn.Select(p => (int)((p.Down - 10) * 3)), 6) < 20.5);
    }

    [Fact]
    public void Scales_are_uniform_in_their_logarithm()
    {
        RandomScale scale = new() { Factor = new(0.25, 4) };
        double[] drawn = [.. Streams.Select(stream => ((ScaleParameters)scale.Draw(stream)).Factor)];
        Assert.True(Examples.ChiSquare(drawn.Select(s => (int)(Math.Log2(s) + 2)), 4) < 16.3);
        Assert.True(Examples.ChiSquare(drawn.Select(s => (int)((s - 0.25) / 0.9376)), 4) > 16.3);
    }

    [Fact]
    public void Slopes_fill_their_ranges()
    {
        RandomShear shear = new() { Right = new(-1, 1), Down = new(0, 0.5) };
        ShearParameters[] drawn = [.. Streams.Select(stream => (ShearParameters)shear.Draw(stream))];
        Assert.True(Examples.ChiSquare(drawn.Select(p => (int)((p.Right + 1) * 3)), 6) < 20.5);
        Assert.True(Examples.ChiSquare(drawn.Select(p => (int)(p.Down * 12)), 6) < 20.5);
        Assert.Equal(new(Affine.Shear(0.25, -0.5), Size), shear.Place(new ShearParameters(0.25, -0.5), Size));
    }

    [Fact]
    public void A_warp_is_flip_then_shear_then_rotation_then_scale_then_shift()
    {
        RandomWarp warp = new() { Shear = new(-1, 1), Flip = true, Degrees = new(0, 360), Shift = new(-2, 2), Scale = new(0.5, 2) };
        var drawn = (WarpParameters)warp.Draw(new(3, 0, 0));
        Affine map = Affine.Shift(drawn.ShiftX, drawn.ShiftY) * (Affine.Scale(drawn.Scale) * (Affine.Rotation(drawn.Degrees)
            * (Affine.Shear(drawn.ShearX, drawn.ShearY) * (drawn.Flip ? Affine.LeftRight : Affine.Identity))));
        Affine placed = warp.Place(drawn, Size).Map;
        Assert.Equal(map.A, placed.A, 1e-12);
        Assert.Equal(map.B, placed.B, 1e-12);
        Assert.Equal(map.F, placed.F, 1e-12);
    }

    [Fact]
    public void A_shear_in_the_range_changes_no_other_draw_of_the_warp()
    {
        RandomWarp without = new() { Shift = new(-2, 2) }, with = without with { Shear = new(-1, 1) };
        var drawn = (WarpParameters)with.Draw(new(1, 2, 3));
        Assert.Equal(without.Draw(new(1, 2, 3)), drawn with { ShearX = 0, ShearY = 0 });
        Assert.NotEqual(0, drawn.ShearX);
    }

    private static IEnumerable<SampleStream> Streams => Enumerable.Range(0, Draws).Select(n => new SampleStream(Seed, 0, n));

    private static double CompositionViolation(PlaneGroup plane, Func<int, int, int> product)
    {
        RandomGroupElement augmentation = new(plane);
        Affine Map(int h) => augmentation.Place(new PointElementParameters(plane, h), Size).Map;
        return (from g in Enumerable.Range(0, plane.Order)
                from h in Enumerable.Range(0, plane.Order)
                let together = Map(g) * Map(h)
                let element = Map(product(g, h))
                select Math.Abs(together.A - element.A) + Math.Abs(together.B - element.B)
                    + Math.Abs(together.C - element.C) + Math.Abs(together.D - element.D)).Max();
    }
}
