using GCnn.Augment;
using GCnn.Experiments.Data.Digits;

namespace GCnn.Experiments.Tests.Data.Digits;

public sealed class DigitRotationLaws
{
    [Theory]
    [InlineData(28)]
    [InlineData(7)]
    public void A_quarter_turn_moves_every_pixel_anticlockwise_on_screen_to_its_exact_place(int side)
    {
        byte[] image = Random(side);
        IsTheQuarterTurn(image, Turned(image, side, Math.PI / 2), side);
        Assert.Equal(image, Turned(image, side, 0));
        Assert.Equal([.. image.Reverse()], Turned(image, side, Math.PI));
        IsTheQuarterTurn(Turned(image, side, -Math.PI / 2), image, side);
    }

    [Fact]
    public void A_clockwise_turn_is_not_taken_for_it()
    {
        byte[] image = Random(28);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => IsTheQuarterTurn(image, Turned(image, 28, -Math.PI / 2), 28));
    }

    [Fact]
    public void What_comes_from_beyond_the_image_is_black()
    {
        byte[] white = Enumerable.Repeat((byte)255, 28 * 28).ToArray();
        byte[] turned = Turned(white, 28, Math.PI / 4);
        Assert.Equal(0, turned[0]);
        Assert.Equal(255, turned[(14 * 28) + 14]);
    }

    [Fact]
    public void Between_pixels_it_is_the_bilinear_mean()
    {
        // A turn of a 2 x 2 image by an eighth: the corner (+-0.5, +-0.5) comes from (+-0.7071, 0) or (0, +-0.7071).
        byte[] turned = Turned([100, 0, 0, 0], 2, Math.PI / 4);
        double inside = 1 - (Math.Sqrt(0.5) - 0.5);
        Assert.Equal([(byte)Math.Round(50 * inside), 0, (byte)Math.Round(50 * inside), 0], turned);
    }

    private static byte[] Random(int side)
    {
        var stream = new SampleStream(1, 2, side);
        return [.. Enumerable.Range(0, side * side).Select(_ => (byte)stream.NextIndex(256))];
    }

    private static byte[] Turned(byte[] image, int side, double radians)
    {
        var turned = new byte[image.Length];
        DigitRotation.Turn(image, side, radians, turned);
        return turned;
    }

    // What was at the right comes to the top: (row, column) from (column, side - 1 - row).
    private static void IsTheQuarterTurn(byte[] image, byte[] turned, int side)
    {
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
                Assert.Equal(image[(column * side) + side - 1 - row], turned[(row * side) + column]);
        }
    }
}
