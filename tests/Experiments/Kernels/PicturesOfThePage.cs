using GCnn.Experiments.Tests.Support;
using GCnn.Images;

namespace GCnn.Experiments.Tests.Kernels;

/// <summary>The pictures in docs/groups.md are what the commands given there make.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PicturesOfThePage(SkyFolder folder)
{
    private const string Program = "    ./gcnn ";

    private static string Docs => Path.Combine(AppContext.BaseDirectory, "docs");

    private static string[] Commands =>
        [.. File.ReadAllLines(Path.Combine(Docs, "groups.md")).Where(line => line.StartsWith(Program, StringComparison.Ordinal))];

    [Fact]
    public void Every_picture_is_shown_has_a_command_and_is_small()
    {
        string page = File.ReadAllText(Path.Combine(Docs, "groups.md"));
        string[] pictures = Names(Directory.GetFiles(Path.Combine(Docs, "images")));
        Assert.Equal(pictures, Names(Commands.Select(command => command.Split(' ')[^1])));
        Assert.All(pictures, picture => Assert.Contains($"](images/{picture})", page, StringComparison.Ordinal));
        Assert.All(pictures, picture => Assert.InRange(new FileInfo(Path.Combine(Docs, "images", picture)).Length, 1, 60_000));
    }

    [Fact]
    public async Task Every_command_makes_its_picture_pixel_by_pixel()
    {
        Assert.NotEmpty(Commands);
        foreach (string[] words in Commands.Select(command => command[Program.Length..].Split(' ')))
        {
            string made = folder.New(".png");
            Outcome outcome = await Outcome.Of([.. words[..^1], made]);
            Assert.Equal((0, ""), (outcome.Code, outcome.Error));
            RgbImage expected = Picture(Path.Combine(Path.GetDirectoryName(Docs)!, words[^1]));
            Assert.True(Same(expected, Picture(made)), $"{words[^1]} is not what its command makes");
        }
    }

    [Fact]
    public void The_comparison_tells_pictures_apart() => Assert.False(Same(
        Picture(Path.Combine(Docs, "images", "kernels-c8.png")), Picture(Path.Combine(Docs, "images", "kernels-c8-smooth.png"))));

    private static string[] Names(IEnumerable<string> files) =>
        [.. files.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static RgbImage Picture(string file) => ImageCodec.Decode(File.ReadAllBytes(file));

    /// <summary>Another machine may round a cosine otherwise: one step of colour is allowed.</summary>
    private static bool Same(RgbImage a, RgbImage b) => (a.Width, a.Height) == (b.Width, b.Height)
        && a.Pixels.ToArray().Zip(b.Pixels.ToArray()).All(pair => Math.Abs(pair.First - pair.Second) <= 1);
}
