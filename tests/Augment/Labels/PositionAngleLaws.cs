using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class PositionAngleLaws
{
    private static readonly ImageSize Size = new(65, 65);

    [Theory]
    [InlineData(10, 30, false, 40)]
    [InlineData(170, 30, false, 20)]
    [InlineData(0, 90, false, 90)]
    [InlineData(90, 90, false, 0)]
    [InlineData(170, 30, true, 200)]
    [InlineData(10, -30, true, 340)]
    [InlineData(0, 0, true, 0)]
    public void A_rotation_adds_its_angle(double degrees, double rotation, bool isDirection, double expected) =>
        Assert.Equal(expected, Moved(Affine.Rotation(rotation), degrees, isDirection), 1e-9);

    [Theory]
    [InlineData(10, 170, 170)]
    [InlineData(100, 80, 80)]
    public void A_flip_reverses_it(double degrees, double leftRight, double upDown)
    {
        Assert.Equal(leftRight, Moved(Affine.LeftRight, degrees), 1e-9);
        Assert.Equal(upDown, Moved(Affine.UpDown, degrees), 1e-9);
        Assert.Equal(360 - degrees, Moved(Affine.LeftRight, degrees, isDirection: true), 1e-9);
        Assert.Equal(180 - degrees, Moved(Affine.UpDown, degrees, isDirection: true), 1e-9);
    }

    [Fact]
    public void Angles_stay_in_their_range()
    {
        Assert.All(Enumerable.Range(-80, 160), k =>
        {
            Assert.InRange(Moved(Affine.Rotation(11.25 * k), 33.75), 0, Math.BitDecrement(180));
            Assert.InRange(Moved(Affine.Rotation(11.25 * k), 33.75, isDirection: true), 0, Math.BitDecrement(360));
        });
    }

    [Fact]
    public void A_bar_in_the_image_has_the_angle_that_the_label_says() =>
        Assert.InRange(Violation((map, angle) => Moved(map, angle)), 0, 1);

    [Fact]
    public void Counting_the_other_way_is_rejected() =>
        Assert.True(Violation((map, angle) => 180 - Moved(map, 180 - angle)) > 20);

    [Fact]
    public void On_hexagons_a_sixth_of_a_turn_adds_sixty_degrees()
    {
        Pipeline turns = new(new RandomPointElement(Groups.PlaneGroup.P6));
        for (int n = 0; n < 20; n++)
        {
            Parameters drawn = turns.Draw(new(0, 0, n));
            int sixths = ((PointElementParameters)drawn.Steps[0]).Element;
            double moved = new PositionAngle(10, IsDirection: true).Moved(turns.Place(drawn, new(7, 7))).Degrees;
            Assert.Equal(10 + (60 * sixths), moved, 1e-9);
        }
    }

    private static double Moved(Affine map, double degrees, bool isDirection = false) =>
        new PositionAngle(degrees, isDirection).Moved(new(map, Size)).Degrees;

    /// <summary>The largest difference, in degrees, between the label and the axis that the warped image's second moments have.</summary>
    private static double Violation(Func<Affine, double, double> move)
    {
        Affine[] maps =
            [Affine.Rotation(90), Affine.Rotation(25), Affine.LeftRight, Affine.Rotation(70) * Affine.LeftRight, Affine.Shear(0.15, 0)];
        return maps.Max(map => new[] { 20.0, 75, 140 }.Max(angle =>
        {
            Tensor warped = new FixedWarp(map).Apply(Bar(angle), [new NoParameters()]);
            double difference = Math.Abs(Axis(warped) - move(map, angle)) % 180;
            return Math.Min(difference, 180 - difference);
        }));
    }

    /// <summary>A thin bar along the direction <c>(−sin α, −cos α)</c>.</summary>
    private static Tensor Bar(double degrees)
    {
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        return tensor([.. Enumerable.Range(0, 65 * 65).Select(i =>
        {
            (double x, double y) = ((i % 65) - 32, (i / 65) - 32);
            (double along, double across) = ((-sine * x) - (cosine * y), (cosine * x) - (sine * y));
            return Math.Exp(-(along * along / 200) - (across * across / 4));
        })], [1, 1, 65, 65]);
    }

    private static double Axis(Tensor image)
    {
        double[] values = image.data<double>().ToArray();
        double xx = 0, xy = 0, yy = 0;
        foreach ((int i, double value) in values.Index())
        {
            (double x, double y) = ((i % 65) - 32, (i / 65) - 32);
            (xx, xy, yy) = (xx + (value * x * x), xy + (value * x * y), yy + (value * y * y));
        }

        // The major axis is at the angle a from the right, y downwards; the direction (-sin p, -cos p) is that axis for p = 90 - a.
        double axis = Math.Atan2(2 * xy, xx - yy) * 90 / Math.PI;
        return (((90 - axis) % 180) + 180) % 180;
    }
}
