using GCnn.Groups;
using GCnn.Images;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class ErrorMapPictureLaws
{
    private static readonly FieldType Scalars = FieldType.Trivial(PlaneGroup.P4, 1);

    /// <summary>Adds 3 to the pixel in row 1 and column 2 of 8 x 8.</summary>
    private static EquivarianceReport Spoilt()
    {
        Tensor spot = zeros([8, 8], ScalarType.Float64);
        spot[1, 2] = tensor(3.0);
        return EquivarianceReport.Measure(x => x + spot, Scalars, Scalars, IntegerTensors.Random(1, 2, 1, 8, 8), new() { KeepMaps = true });
    }

    [Fact]
    public void A_map_holds_the_error_of_each_pixel()
    {
        ElementError half = Spoilt().Errors[2];
        ErrorMap map = half.Map!;
        Assert.Equal((8, 8), (map.Rows, map.Columns));
        Assert.Equal([(8 * 1) + 2, (8 * 6) + 5], Enumerable.Range(0, 64).Where(i => map.Values[i] == 3));
        Assert.Equal(2, map.Values.Count(value => value > 0));
    }

    [Fact]
    public void Without_being_asked_no_map_is_kept()
    {
        var report = EquivarianceReport.Measure(x => x * 1, Scalars, Scalars, IntegerTensors.Random(1, 2, 1, 8, 8));
        Assert.All(report.Errors, error => Assert.Null(error.Map));
    }

    [Fact]
    public void The_picture_has_a_panel_for_each_element_with_its_errors_alight()
    {
        RgbImage picture = ImageCodec.Decode(ErrorMapPicture.Png(Spoilt()));

        // Panels of 96 pixels with gaps of 4: that of element 2 is the third of the first row; 12 pixels show one.
        int left = 4 + (2 * 100), top = 4;
        int Brightness(int row, int column)
        {
            int at = 3 * (((top + (12 * row) + 6) * picture.Width) + left + (12 * column) + 6);
            return picture.Pixels[at] + picture.Pixels[at + 1] + picture.Pixels[at + 2];
        }

        Assert.Equal(252 + 255 + 164, Brightness(1, 2));
        Assert.Equal(252 + 255 + 164, Brightness(6, 5));
        Assert.Equal(4, Brightness(0, 0));
        Assert.True(picture.Height > 2 * 96);
    }

    [Fact]
    public void The_file_name_says_the_maximum() => Assert.Equal("whole-max-3.0e0.png", ErrorMapPicture.FileName("whole", Spoilt()));

    [Fact]
    public void Exact_equivariance_is_dark()
    {
        var report = EquivarianceReport.Measure(
            x => x * 1, Scalars, Scalars, IntegerTensors.Random(1, 2, 1, 8, 8), new() { KeepMaps = true });
        RgbImage picture = ErrorMapPicture.Draw(report);
        Assert.Equal([0, 0, 4], picture.Pixels.Slice(3 * ((50 * picture.Width) + 50), 3).ToArray());
        Assert.Equal("whole-max-0.0e0.png", ErrorMapPicture.FileName("whole", report));
    }
}
