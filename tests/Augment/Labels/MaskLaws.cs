using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class MaskLaws
{
    private static readonly Pipeline Warps = new(
        new RandomRotation(), new BrightnessContrast { Brightness = new(0.1, 0.2) }, new RandomFlip(),
        new RandomScale { Factor = new(0.8, 1.2) });

    public static TheoryData<ScalarType> Types =>
    [
        ScalarType.Bool, ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Float32,
        ScalarType.Float64,
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void Class_maps_of_every_type_make_no_new_classes(ScalarType type)
    {
        Tensor map = (Examples.Images(2, 16, 16) * 5).floor().to(type);
        Tensor moved = Warps.ApplyGeometry(map, Warps.Draw(1, 0, [0, 1]));
        Assert.Equal(type, moved.dtype);
        double[] classes = moved.to(ScalarType.Float64).data<double>().ToArray();
        Assert.All(classes, c => Assert.Contains(c, new double[] { 0, 1, 2, 3, 4 }));
        Assert.True(classes.Distinct().Count() >= 2);
    }

    /// <summary>A mask of where a smooth image is bright is where the moved image is bright, but for pixels on the rim.</summary>
    [Fact]
    public void A_mask_stays_on_its_object()
    {
        Tensor image = Examples.Blob(65, 14, -8, 8).to(ScalarType.Float32), mask = image.gt(0.5);
        Parameters[] drawn = Warps.Draw(1, 0, [5]), others = Warps.Draw(1, 0, [6]);
        Tensor moved = Warps.ApplyGeometry(mask, drawn), bright = Warps.ApplyGeometry(image, drawn, Interpolation.Bilinear).gt(0.5);
        Assert.InRange(Differing(moved, bright), 0, 40);
        Assert.True(Differing(Warps.ApplyGeometry(mask, others), bright) > 100);
    }

    [Fact]
    public void Weights_may_be_read_between_pixels()
    {
        Tensor weights = Examples.Images(1, 9, 9);
        Pipeline turn = new(new RandomRotation { Degrees = new(20, 30) });
        Parameters[] drawn = turn.Draw(1, 0, [0]);
        Assert.True(Examples.Same(turn.Apply(weights, drawn), turn.ApplyGeometry(weights, drawn, Interpolation.Bilinear)));
        Assert.False(Examples.Same(turn.Apply(weights, drawn), turn.ApplyGeometry(weights, drawn)));
    }

    [Fact]
    public void Whole_numbers_are_not_read_between_pixels() => Assert.Contains(
        "Bilinear makes values between whole ones; these masks hold Byte", Assert.Throws<ArgumentException>(
            () => Warps.ApplyGeometry(zeros([1, 1, 4, 4], ScalarType.Byte), Warps.Draw(0, 0, [0]), Interpolation.Bilinear)).Message,
        StringComparison.Ordinal);

    private static double Differing(Tensor one, Tensor other) => one.ne(other).sum().to(ScalarType.Float64).item<double>();
}
