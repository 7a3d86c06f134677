using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class KernelsRefusalTests(SkyFolder folder)
{
    private const string Groups =
        " is not known; there are C1 to C32, D1 to D32, SO2, O2 and the plane groups p1 p2 pm cm pmm cmm p4 p4m p3 p3m1 p31m p6 p6m.";

    private const string Fields =
        " is not known; there are trivial, regular, irrep K (such as irrep 1) and quotient S (such as quotient C2).";

    private const string Infinite = " would need infinitely many channels; use trivial or irrep K.";

    [Theory]
    [InlineData("--group Q8", "--group Q8" + Groups)]
    [InlineData("--group C0", "--group C0" + Groups)]
    [InlineData("--group D33", "--group D33" + Groups)]
    [InlineData("--group C", "--group C" + Groups)]
    [InlineData("--group p4g", "--group p4g" + Groups)]
    [InlineData("--group C4 --lattice round", "--lattice round is not known; there are square and hexagonal.")]
    [InlineData("--group p6m --lattice square", "--group p6m is a group of the hexagonal lattice; leave --lattice out.")]
    [InlineData("--group C4 --in vector", "--in vector" + Fields)]
    [InlineData("--group C4 --in irrep", "--in irrep" + Fields)]
    [InlineData("--group C4 --out-field trivial 3", "--out-field trivial 3" + Fields)]
    [InlineData("--group C4 --in irrep 3", "--in irrep 3 is none of the irreps of p4: irrep 0, irrep 1, irrep 2.")]
    [InlineData("--group SO2 --in irrep 0-", "--in irrep 0- is none of the irreps of SO(2): irrep 0, irrep 1.")]
    [InlineData("--group SO2 --in irrep 25", "--in irrep 25: frequencies from 0 to 24 are possible.")]
    [InlineData("--group SO2 --in regular", "--in regular: such a field of SO(2)" + Infinite)]
    [InlineData("--group O2 --in quotient C2", "--in quotient C2: such a field of O(2)" + Infinite)]
    [InlineData("--group D4 --in quotient C3", "--in quotient C3: p4m has quotients by C1, C2, C4, D1, D2, D4.")]
    [InlineData("--group C4 --in quotient D1", "--in quotient D1: p4 has quotients by C1, C2, C4.")]
    [InlineData("--group C4 --in quotient X", "--in quotient X: p4 has quotients by C1, C2, C4.")]
    [InlineData("--group D6 --size 4", "--size 4: a hexagon of cells is an odd number across; use 3 or 5.")]
    [InlineData("--group C4 --size 0", "--size 0: from 1 to 15 cells are possible.")]
    [InlineData("--group C4 --size 16", "--size 16: from 1 to 15 cells are possible.")]
    [InlineData("--group C4 --scale 1", "--scale 1: from 2 to 100 pixels are possible.")]
    [InlineData("--group C4 --scale 101", "--scale 101: from 2 to 100 pixels are possible.")]
    [InlineData(
        "--group C4 --smooth",
        "--smooth: the kernels of C4 live on the points of the square lattice only, with nothing between them; leave it out.")]
    [InlineData(
        "--group C4 --size 15 --scale 100",
        "The picture would have 6073 x 48232 pixels; at most 8192 a side and 16 million in all are possible: " +
        "take a smaller --scale, --size or field.")]
    [InlineData("--group D32 --in regular --scale 2", "The picture would have ")]
    [InlineData(
        "--group D4 --out-field irrep 0-",
        "D4 on the square lattice, trivial -> irrep 0-: 0 kernels, so there is nothing to draw; a larger --size may have some.")]
    public async Task What_cannot_be_done_is_one_sentence_and_nothing_is_written(string options, string sentence)
    {
        string file = folder.New(".png");
        Outcome outcome = await Outcome.Of(["kernels", "--out", file, .. options.Split(' ')]);
        Assert.StartsWith(sentence, outcome.Sentence(), StringComparison.Ordinal);
        Assert.Empty(outcome.Out);
        Assert.False(File.Exists(file), "a refused run writes nothing");
    }

    [Theory]
    [InlineData("--group C4", "Option '--out' is required; 'gcnn kernels --help' says what is needed.")]
    [InlineData("--out a.png", "Option '--group' is required; 'gcnn kernels --help' says what is needed.")]
    [InlineData(
        "--group C4 --out a.png --size x",
        "--size x: a whole number up to 2147483647 is needed; 'gcnn kernels --help' says what is needed.")]
    [InlineData("--group C4 --out a.png --in irrep 1 2", "'2' is not known here; 'gcnn kernels --help' lists what is.")]
    public async Task Arguments_that_cannot_be_understood_are_one_sentence(string options, string sentence)
    {
        Outcome outcome = await Outcome.Of(["kernels", .. options.Split(' ')]);
        Assert.Equal(sentence, outcome.Sentence());
        Assert.Empty(outcome.Out);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written()
    {
        string missing = folder.New();
        Assert.Equal($"--out '{missing}/a.png': there is no folder {missing}; make it first.", await Sentence($"{missing}/a.png"));
        Assert.Equal("--out '/dev/a.png' is a folder or a device; name a file.", await Sentence("/dev/a.png"));
        Assert.Equal("--out 'a.jpg': the picture is a PNG file; let its name end in .png.", await Sentence("a.jpg"));
        Assert.Equal("--out '': the picture is a PNG file; let its name end in .png.", await Sentence(""));
        Assert.StartsWith("Could not write /proc/a.png: ", await Sentence("/proc/a.png"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_the_pictures_name()
    {
        string taken = folder.New(".png");
        Directory.CreateDirectory(taken);
        Assert.Equal($"--out '{taken}' is a folder or a device; name a file.", await Sentence(taken));
    }

    private static async Task<string> Sentence(string file)
    {
        Outcome outcome = await Outcome.Of("kernels", "--group", "C4", "--out", file);
        Assert.Empty(outcome.Out);
        return outcome.Sentence();
    }
}
