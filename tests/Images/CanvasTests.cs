
namespace GCnn.Images.Tests;

public sealed class CanvasTests
{
    [Fact]
    public void Fills_and_draws_where_it_is_told_and_clips_the_rest()
    {
        using var canvas = new Canvas(6, 4, RgbColour.White);
        canvas.Fill(4, 2, 10, 10, new(1, 2, 3));
        canvas.Draw(TestImages.Flat(3, 3, 9, 8, 7), -1, -1);
        var image = canvas.ToImage();
        for (var i = 0; i < 24; i++)
        {
            var (x, y) = (i % 6, i / 6);
            byte[] expected = (x, y) switch
            {
                ( < 2, < 2) => [9, 8, 7],
                ( >= 4, >= 2) => [1, 2, 3],
                _ => [255, 255, 255],
            };
            Assert.Equal(expected, image.Pixels.Slice(3 * i, 3).ToArray());
        }
    }

    [Fact]
    public void Writes_text_inside_its_line_and_no_further()
    {
        using var canvas = new Canvas(60, 40, RgbColour.White);
        canvas.Write("ab\u00e9", 10, 10, RgbColour.Black);
        var image = canvas.ToImage();
        var inked = Enumerable.Range(0, 60 * 40).Where(i => image.Pixels[3 * i] == 0).Select(i => (X: i % 60, Y: i / 60)).ToArray();
        Assert.NotEmpty(inked);
        Assert.All(inked, p => Assert.True(p.X >= 10 && p.X < 10 + (3 * Canvas.LetterWidth) && p.Y >= 10 && p.Y < 10 + Canvas.LineHeight));
    }

    [Fact]
    public void A_sheet_shows_every_picture_unchanged()
    {
        var pictures = Enumerable.Range(0, 5).Select(i => (TestImages.Random(20, 10, i), $"number {i} with a caption that is too long")).ToArray();
        var sheet = PictureSheet.Compose(pictures, columns: 3);
        var second = Enumerable.Range(0, 10).SelectMany(y => sheet.Pixels.Slice(3 * (((4 + y) * sheet.Width) + 28), 60).ToArray());
        Assert.Equal(pictures[1].Item1.Pixels.ToArray(), second);
    }

    [Fact]
    public void A_sheet_needs_a_picture() =>
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => PictureSheet.Compose([], 3)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_image_rejects_bytes_of_another_size() =>
        Assert.StartsWith("RgbImage: 5 bytes given; 2x1 pixels need 6.",
            Assert.Throws<ArgumentException>(() => new RgbImage(2, 1, new byte[5])).Message, StringComparison.Ordinal);
}
