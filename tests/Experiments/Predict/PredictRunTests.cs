using System.Globalization;
using System.Text;
using GCnn.Data;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Data;
using GCnn.Experiments.Models;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.Predict;

[Collection(ConsoleCollection.Name)]
public sealed class PredictRunTests(SkyFolder sky, TrainedNets nets) : IClassFixture<TrainedNets>
{
    private const string Header = "object_id,predicted_class,p_smooth,p_spiral,p_edge-on,orbit_spread,status";

    [Theory]
    [InlineData("p4m", "own", 8)]
    [InlineData("z2", "lattice", 8)]
    [InlineData("p6m", "own", 12)]
    public async Task Rows_are_what_the_net_says_of_the_images_in_all_poses(string model, string orbit, int poses)
    {
        string made = sky.New(".csv");
        Outcome outcome = await Predict(model, sky.Folder, made, "--orbit", orbit);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains($"{poses} forward passes for each image", outcome.Out, StringComparison.Ordinal);
        string[] lines = File.ReadAllLines(made);
        Assert.Equal(Header, lines[0]);
        Dictionary<string, string[]> rows = lines.Skip(1).Select(line => line.Split(',')).ToDictionary(fields => fields[0]);
        (GalaxySet set, IReadOnlyList<Logits> logits) = OtherRoute(model);
        Assert.Equal(set.Count, rows.Count);
        for (int i = 0; i < set.Count; i++)
        {
            string[] row = rows[set.ObjectIds[i]];
            double[][] expected = [.. logits.Select(pose => pose.Probabilities(i))];
            Assert.Equal(set.Task.Classes[logits[0].ClassOf(i)], row[1]);
            Assert.Equal("ok", row[6]);
            for (int c = 0; c < 3; c++)
                Assert.Equal(expected[0][c], Number(row[2 + c]), 5);
            Assert.Equal(expected.Max(pose => pose.Zip(expected[0], (a, b) => Math.Abs(a - b)).Max()), Number(row[5]), 5);
        }

        if (orbit == "lattice")
            Assert.True(rows.Values.Max(row => Number(row[5])) > 1e-3, "a plain net answers alike in all poses");
    }

    [Theory]
    [InlineData("p4m", "none", "1 forward pass for each image; nothing is said of orbits")]
    [InlineData("z2", "own", "p1 has no pose but the image as it is, so orbit_spread stays empty")]
    public async Task A_spread_that_was_not_computed_is_not_claimed(string model, string orbit, string line)
    {
        string made = sky.New(".csv");
        Outcome outcome = await Predict(model, sky.Second, made, "--orbit", orbit);
        Assert.Contains(line, outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("largest orbit_spread", outcome.Out, StringComparison.Ordinal);
        Assert.All(File.ReadAllLines(made).Skip(1), row => Assert.Equal("", row.Split(',')[5]));
    }

    [Fact]
    public async Task The_bytes_are_the_same_whatever_the_threads_and_the_numbers_up_to_rounding_whatever_the_batch()
    {
        string made = sky.New(".csv"), threads = sky.New(".csv"), batch = sky.New(".csv");
        await Predict("p4m", sky.Zip, made, "--threads", "1");
        await Predict("p4m", sky.Zip, threads, "--threads", "3");
        await Predict("p4m", sky.Zip, batch, "--batch", "80");
        Assert.Equal(File.ReadAllBytes(made), File.ReadAllBytes(threads));
        foreach ((string one, string other) in File.ReadAllLines(made).Skip(1).Zip(File.ReadAllLines(batch).Skip(1)))
            Assert.All(one.Split(',')[2..5].Zip(other.Split(',')[2..5]), pair => Assert.Equal(Number(pair.First), Number(pair.Second), 5));
    }

    [Fact]
    public async Task Without_labels_the_images_go_by_their_names()
    {
        string folder = sky.Copy();
        File.Delete(Path.Combine(folder, "labels.csv"));
        string made = sky.New(".csv");
        await Predict("p4m", folder, made, "--orbit", "none");
        string[] ids = [.. File.ReadAllLines(made).Skip(1).Select(row => row.Split(',')[0])];
        Assert.Equal(Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Every_rank_has_its_own_and_together_they_are_the_whole()
    {
        string whole = sky.New(".csv"), made = sky.New(".csv");
        await Predict("p4m", sky.Zip, whole);
        for (int rank = 2; rank >= 0; rank--)
        {
            Assert.Contains(
                rank == 2 ? "its rank has not begun" : "Predict it with --shard first",
                (await Predict("p4m", sky.Zip, made, "--merge", "3")).Sentence(), StringComparison.Ordinal);
            Assert.Equal(0, (await Predict("p4m", sky.Zip, made, "--shard", $"{rank}/3")).Code);
        }

        string[] parts = [.. Enumerable.Range(0, 3).Select(rank => $"{made}.{rank}-of-3")];
        Assert.All(parts, part => Assert.InRange(File.ReadAllLines(part).Length, 10, 50));
        Assert.Contains("'" + made + "' is of another run", (await Spoilt(parts[1], () => Predict("p4m", sky.Zip, made, "--merge", "3"))).Replace(parts[1], made, StringComparison.Ordinal), StringComparison.Ordinal);
        Outcome merged = await Predict("p4m", sky.Zip, made, "--merge", "3");
        Assert.Equal((0, ""), (merged.Code, merged.Error));
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(made));
        Assert.Equal(File.ReadAllText(whole + ".json"), File.ReadAllText(made + ".json"));
        Assert.All(parts, part => Assert.False(File.Exists(part) || File.Exists(part + ".json")));
        Assert.Contains("whole already", (await Predict("p4m", sky.Zip, made)).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("row", 80, "80 rows, 2 of them without numbers")]
    [InlineData("skip", 78, "78 rows, 2 images skipped")]
    public async Task A_bad_image_gets_a_row_with_the_reason_or_none(string rule, int rows, string closing)
    {
        string folder = Spoilt();
        string made = sky.New(".csv");
        Outcome outcome = await Predict("p4m", folder, made, "--on-bad", rule);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains(closing, outcome.Out, StringComparison.Ordinal);
        string[] lines = [.. File.ReadAllLines(made).Skip(1)];
        Assert.Equal(rows, lines.Length);
        if (rule == "row")
        {
            string[] bad = [.. lines.Where(line => !line.EndsWith(",ok", StringComparison.Ordinal))];
            Assert.Equal(2, bad.Length);
            Assert.All(bad, line => Assert.Matches("^synthetic-3-(7|40),,,,,,.*(empty|cut short)", line));
        }
    }

    [Theory]
    [InlineData("row")]
    [InlineData("skip")]
    public async Task With_bad_images_a_run_goes_on_too(string rule)
    {
        string folder = Spoilt();
        string whole = sky.New(".csv"), made = sky.New(".csv");
        await Predict("p4m", folder, whole, "--on-bad", rule);
        byte[] bytes = File.ReadAllBytes(whole);
        foreach (double share in (double[])[0, 0.3, 0.55, 0.99, 1])
        {
            File.WriteAllBytes(made + ".part", bytes[..(int)(share * bytes.Length)]);
            File.Copy(whole + ".json", made + ".part.json", overwrite: true);
            Assert.Equal(0, (await Predict("p4m", folder, made, "--on-bad", rule)).Code);
            Assert.Equal(bytes, File.ReadAllBytes(made));
            File.Delete(made);
            File.Delete(made + ".json");
        }
    }

    [Fact]
    public async Task A_bad_image_may_stop_the_run_and_the_rows_before_it_stay()
    {
        string folder = Spoilt();
        string made = sky.New(".csv");
        Outcome outcome = await Predict("p4m", folder, made, "--on-bad", "stop", "--batch", "16", "--threads", "1");
        Assert.StartsWith($"'{folder}': '40.png' ", outcome.Sentence(), StringComparison.Ordinal);
        Assert.False(File.Exists(made));
        Assert.True(File.ReadAllLines(made + ".part").Length > 1);
    }

    [Fact]
    public async Task When_no_image_can_be_read_it_is_said()
    {
        string folder = sky.New();
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "a.png"), "no picture");
        string made = sky.New(".csv");
        Assert.StartsWith($"None of the 1 images of '{folder}' could be read; ", (await Predict("p4m", folder, made)).Sentence(), StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(made).Length);
    }

    [Fact]
    public async Task A_whole_table_is_left_alone_and_another_run_refused()
    {
        string made = sky.New(".csv");
        await Predict("p4m", sky.Second, made, "--orbit", "none");
        DateTime written = File.GetLastWriteTimeUtc(made);
        Assert.Contains("20 rows, whole already", (await Predict("p4m", sky.Second, made, "--orbit", "none")).Out, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(made));
        Assert.StartsWith(
            $"'{made}' is of another run: options orbit is \"none\" there and \"own\" now.", (await Predict("p4m", sky.Second, made)).Sentence(),
            StringComparison.Ordinal);
        Assert.Contains("is of another run: model name is", (await Predict("z2", sky.Second, made, "--orbit", "none")).Sentence(), StringComparison.Ordinal);
        Assert.Contains("is of another run: data ", (await Predict("p4m", sky.Folder, made, "--orbit", "none")).Sentence(), StringComparison.Ordinal);
        Assert.Equal(0, (await Predict("p4m", sky.Second, made, "--fresh")).Code);
        Assert.All(File.ReadAllLines(made).Skip(1), row => Assert.NotEqual("", row.Split(',')[5]));
    }

    [Fact]
    public async Task A_synthetic_sky_is_made_on_the_way()
    {
        string made = sky.New(".csv");
        Outcome outcome = await Predict("p4m", "synthetic:40", made, "--seed", "5");
        Assert.Contains("40 images of synthetic:40 (synthetic)", outcome.Out, StringComparison.Ordinal);
        Assert.Matches(@"40 rows, largest orbit_spread \d.\de[-+]\d+ over the 8 poses of p4m, \d+ images/s, peak memory \d+ MiB", outcome.Out);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"synthetic-5-{i}"), File.ReadAllLines(made).Skip(1).Select(row => row.Split(',')[0]));
    }

    [Fact]
    public async Task The_speed_is_told_beside_bare_forward_passes_and_nothing_stays()
    {
        string made = sky.New(".csv");
        Outcome outcome = await Predict("p4m", sky.Second, made, "--bare");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Matches(@"predict has \d+(\.\d+)? ?% of the faster bare forward", outcome.Out);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(made)!, Path.GetFileName(made) + "*"));
    }

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);

    /// <summary>The way that the experiments go: a set in memory, and its poses.</summary>
    private (GalaxySet Set, IReadOnlyList<Logits> Poses) OtherRoute(string model)
    {
        using var source = ModelSource.Open(nets.Of(model));
        using var view = new LatticeView(source.Name.Groups.Lattice, source.Size);
        using ImageArchive archive = ImageArchive.Open(sky.Folder);
        GalaxySet set = GalaxyLoader.Load(
            archive, LabelTable.Read(archive, new LabelColumns()), source.Task, GalaxyData.Resize(source.Size), threads: 1);
        return (set, Predictor.Poses(source.Net, set, [.. Enumerable.Range(0, set.Count)], view, CancellationToken.None));
    }

    /// <summary>A folder with an empty image and one that is cut short.</summary>
    private string Spoilt()
    {
        string folder = sky.Copy();
        File.WriteAllBytes(Path.Combine(folder, "7.png"), []);
        string cut = Path.Combine(folder, "40.png");
        File.WriteAllBytes(cut, File.ReadAllBytes(cut)[..200]);
        return folder;
    }

    /// <summary>The refusal while the identity of a file is another's.</summary>
    private static async Task<string> Spoilt(string file, Func<Task<Outcome>> run)
    {
        string identity = file + ".json", kept = File.ReadAllText(identity);
        File.WriteAllText(identity, kept.Replace("\"sha256\": \"", "\"sha256\": \"0", StringComparison.Ordinal), Encoding.UTF8);
        string sentence = (await run()).Sentence();
        File.WriteAllText(identity, kept);
        return sentence;
    }

    private Task<Outcome> Predict(string model, string data, string made, params string[] options) =>
        Outcome.Of(["predict", "--model", nets.Of(model), "--data", data, "--out", made, .. options]);
}
