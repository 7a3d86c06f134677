using GCnn.Experiments.Tests.Support;
using GCnn.Images;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class KernelsRunTests(SkyFolder folder)
{
    [Theory]
    [InlineData("C4", "C4 on the square lattice, trivial -> regular: 9 kernels", 36, 4)]
    [InlineData("d4", "D4 on the square lattice, trivial -> regular: 9 kernels", 72, 8)]
    [InlineData("p6m", "p6m on the hexagonal lattice, trivial -> regular: 7 kernels", 84, 12)]
    [InlineData("D6", "D6 on the hexagonal lattice, trivial -> regular: 7 kernels", 84, 12)]
    [InlineData("D4 --in regular", "D4 on the square lattice, regular -> regular: 72 kernels", 576, 8)]
    [InlineData("D6 --in regular --scale 3", "D6 on the hexagonal lattice, regular -> regular: 84 kernels", 1008, 12)]
    [InlineData(
        "p4m --in quotient D1 --out-field quotient C2",
        "p4m on the square lattice, quotient D4/{0,4} -> quotient D4/{0,2}: 18 kernels",
        144,
        8)]
    public async Task The_command_counts_twice_and_draws(string options, string title, int sum, int order)
    {
        string file = folder.New(".png");
        Outcome outcome = await Outcome.Of(["kernels", "--group", .. options.Split(' '), "--out", file]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.StartsWith($"{title}, found on pixels of a 3 x 3 stencil", outcome.Out, StringComparison.Ordinal);
        string counts = $"by characters: {sum} / {order} = {sum / order}; basis kernels found: {sum / order}\n";
        Assert.Contains(counts, outcome.Out, StringComparison.Ordinal);
        RgbImage image = ImageCodec.Decode(File.ReadAllBytes(file));
        Assert.Contains($"{file}: {image.Width} x {image.Height} pixels; a row for each kernel", outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', outcome.Out);
    }

    [Theory]
    [InlineData("C8", "C8 on the square lattice", 8, "rings 0, 1, 2 of a 5 x 5 stencil")]
    [InlineData("D6 --lattice square --size 3", "D6 on the square lattice", 12, "rings 0, 1 of a 3 x 3 stencil")]
    [InlineData("C12 --size 5", "C12 on the hexagonal lattice", 12, "rings 0, 1, 2 of a 5 x 5 stencil of 19 points")]
    [InlineData("D16 --smooth --size 4 --scale 4", "D16 on the square lattice", 32, "rings 0.5, 1.5 of a 4 x 4 stencil")]
    public async Task Beyond_the_lattice_lifting_has_a_kernel_for_each_harmonic(string options, string group, int order, string rings)
    {
        string file = folder.New(".png");
        Outcome outcome = await Outcome.Of(["kernels", "--group", .. options.Split(' '), "--out", file]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        string title = outcome.Out.Split('\n')[0];
        int count = int.Parse(title.Split(": ")[1].Split(' ')[0]);
        Assert.Equal($"{group}, trivial -> regular: {count} kernels, found on {count} circular harmonics on {rings}", title);
        string counts = $"by characters: {order * count} / {order} = {count}; basis kernels found: {count}\n";
        Assert.Contains(counts, outcome.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData("SO2", "trivial -> irrep 1: 4 kernels", ", for which C12 stands", "48 / 12 = 4")]
    [InlineData("SO(2) --in irrep 2", "irrep 2 -> irrep 1: ", ", for which C12 stands", " / 12 = ")]
    [InlineData("O(2) --in irrep 1 --out-field irrep 0-", "irrep 1 -> irrep 0-: 2 kernels", ", for which D12 stands", "48 / 24 = 2")]
    [InlineData("so2 --out-field irrep 3", "trivial -> irrep 3: ", ", for which C24 stands", " / 24 = ")]
    public async Task Of_a_continuous_group_the_finite_one_is_named_that_stands_for_it(
        string options, string fields, string finite, string count)
    {
        Outcome outcome = await Outcome.Of(["kernels", "--group", .. options.Split(' '), "--out", folder.New(".png")]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains(fields, outcome.Out.Split('\n')[0], StringComparison.Ordinal);
        Assert.EndsWith(finite, outcome.Out.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(count, outcome.Out.TrimEnd().Split('\n')[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_irreps_may_be_quoted_or_not()
    {
        (string one, string other) = (folder.New(".png"), folder.New(".png"));
        Assert.Equal(0, (await Outcome.Of("kernels", "--group", "D4", "--in", "irrep", "1", "--out", one)).Code);
        Assert.Equal(0, (await Outcome.Of("kernels", "--group", "D4", "--in", "irrep 1", "--out", other)).Code);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(other));
    }

    [Fact]
    public async Task Of_many_kernels_the_first_are_shown_and_the_console_says_so()
    {
        string file = folder.New(".png");
        Outcome outcome = await Outcome.Of("kernels", "--group", "D4", "--in", "regular", "--scale", "4", "--out", file);
        Assert.Contains("a row for each kernel, the first 32 of 72, a panel for each entry", outcome.Out, StringComparison.Ordinal);
        RgbImage image = ImageCodec.Decode(File.ReadAllBytes(file));
        Assert.Equal((1271, 629), (image.Width, image.Height));
    }

    [Fact]
    public async Task A_table_has_a_row_for_each_conjugacy_class_whose_products_add_up()
    {
        string[] options = "kernels --group D4 --in irrep 1 --out-field irrep 1 --out".Split(' ');
        Outcome outcome = await Outcome.Of([.. options, folder.New(".png")]);
        string[][] rows =
        [
            .. outcome.Out.Split('\n').Where(line => line.StartsWith('|'))
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];
        Assert.Equal(["class of", "size", "out", "in", "filters", "size x product"], rows[0]);
        Assert.Equal(["e", "r", "r2", "s", "rs"], rows[2..].Select(row => row[0]));
        Assert.Equal(["1", "2", "1", "2", "2"], rows[2..].Select(row => row[1]));
        Assert.Equal(["36", "0", "4", "0", "0"], rows[2..].Select(row => row[^1]));
        Assert.Contains("by characters: 40 / 8 = 5;", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_picture_is_replaced()
    {
        string file = folder.New(".png");
        File.WriteAllText(file, "old");
        Assert.Equal(0, (await Outcome.Of("kernels", "--group", "C4", "--out", file)).Code);
        Assert.Equal(342, ImageCodec.Decode(File.ReadAllBytes(file)).Width);
    }

    [Fact]
    public async Task Help_names_every_option_in_lines_that_fit()
    {
        Outcome help = await Outcome.Of("kernels", "--help");
        Assert.Equal((0, ""), (help.Code, help.Error));
        string[] options = ["group", "lattice", "in", "out-field", "size", "smooth", "scale", "out"];
        Assert.All(options, option => Assert.Contains($"  --{option} ", help.Out, StringComparison.Ordinal));
        Assert.All(help.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 110));
    }
}
