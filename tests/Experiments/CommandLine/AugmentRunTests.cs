using GCnn.Experiments.Tests.Support;
using GCnn.Images;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class AugmentRunTests(SkyFolder folder)
{
    private const string Turns = """[{"kind": "point-element", "group": "p4m"}, {"kind": "gaussian-noise", "deviation": 0}]""";

    [Fact]
    public async Task A_sheet_shows_the_image_and_its_draws_and_repeats_from_its_seed()
    {
        string first = folder.New(".png"), again = folder.New(".png"), other = folder.New(".png");
        Outcome outcome = await Run(Turns, first, "--draws", "8", "--image", "0");
        Assert.Equal(0, outcome.Code);
        Assert.StartsWith($"{first}: 8 draws of 0.png by 2 steps, seed 0", outcome.Out, StringComparison.Ordinal);
        await Run(Turns, again, "--draws", "8", "--image", "0.png");
        await Run(Turns, other, "--draws", "8", "--image", "0", "--seed", "1");
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(again));
        Assert.NotEqual(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(other));

        // Nine pictures, three in a row; 32 pixels enlarged four times, and a place of 150.
        RgbImage sheet = ImageCodec.Decode(await File.ReadAllBytesAsync(first));
        Assert.Equal(3 * 156 + 6, sheet.Width);
    }

    [Fact]
    public async Task What_cannot_be_drawn_is_one_sentence_and_nothing_is_written()
    {
        string sheet = folder.New(".png");
        Assert.StartsWith("--draws 0: from 1 to 1024", (await Run(Turns, sheet, "--draws", "0")).Sentence(), StringComparison.Ordinal);
        Assert.StartsWith("--image 80: '", (await Run(Turns, sheet, "--image", "80")).Sentence(), StringComparison.Ordinal);
        Assert.StartsWith("--image 'M31': '", (await Run(Turns, sheet, "--image", "M31")).Sentence(), StringComparison.Ordinal);
        Assert.Contains("JSON", (await Run("[", sheet)).Sentence(), StringComparison.Ordinal);
        Assert.Contains("twist", (await Run("""[{"kind": "twist"}]""", sheet)).Sentence(), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be applied to the image", (await Run("""[{"kind": "crop", "rows": 99, "columns": 99}]""", sheet)).Sentence(),
            StringComparison.Ordinal);
        Outcome missing = await Outcome.Of("augment", "--data", folder.New(), "--pipeline", Pipeline(Turns), "--out", sheet);
        Assert.NotEmpty(missing.Sentence());
        Assert.Equal(
            "--out 'a.jpg': the picture is a PNG file; let its name end in .png.", (await Run(Turns, "a.jpg")).Sentence());
        Assert.False(File.Exists(sheet), "a refused run writes nothing");
    }

    private Task<Outcome> Run(string pipeline, string sheet, params string[] options) =>
        Outcome.Of(["augment", "--data", folder.Folder, "--pipeline", Pipeline(pipeline), "--out", sheet, .. options]);

    private string Pipeline(string text)
    {
        string file = folder.New(".json");
        File.WriteAllText(file, text);
        return file;
    }
}
