using System.Text.Json;
using System.Text.Json.Nodes;
using GCnn.Checkpoints;
using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Tests.Data.Digits;
using GCnn.Experiments.Tests.Support;
using GCnn.Images;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class GalaxyRunTests(SkyFolder sky)
{
    private static readonly string[] RunKeys =
    [
        "model", "group", "seed", "parameters", "multiply_adds", "test_accuracy", "test_balanced_accuracy", "test_calibration_error",
        "test_rmse", "classes", "confusion", "reliability", "rotation_agreement", "reflection_agreement", "max_logit_change",
        "group_agreement", "group_max_logit_change", "seconds_per_epoch", "epochs", "history",
    ];

    [Fact]
    public async Task A_run_writes_results_that_show_the_invariance_of_p4m()
    {
        (string folder, string json) = (sky.New(), sky.New(".json"));
        Outcome outcome = await Run("--data", sky.Zip, "--models", "z2,p4m", "--out", folder, "--json", json);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        string text = File.ReadAllText(json);
        Assert.Equal(text, File.ReadAllText(Path.Combine(folder, "results.json")));
        Assert.Equal(
            ["checkpoints", "config.json", "p4m.safetensors", "poses.png", "report.html", "results.json", "z2.safetensors"],
            Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        HasTheSchema(text);
        JsonElement[] runs = [.. JsonDocument.Parse(text).RootElement.GetProperty("runs").EnumerateArray()];
        Assert.Equal(["z2", "p4m"], runs.Select(run => run.GetProperty("model").GetString()));
        Assert.Equal(["p1", "p4m"], runs.Select(run => run.GetProperty("group").GetString()));
        Assert.Equal((1.0, 1.0), Agreements(runs[1]));
        Assert.InRange(Change(runs[1]), 0, 1e-3);
        Assert.True(Change(runs[0]) > 1e-3, "z2 must change its answers: else the measurement sees nothing");
        RgbImage poses = ImageCodec.Decode(File.ReadAllBytes(Path.Combine(folder, "poses.png")));
        // Two columns of (3·17 + 174 + 20) + 10 pixels; four rows of two blocks of four lines, a title, margins.
        Assert.Equal((500, 489), (poses.Width, poses.Height));
    }

    [Fact]
    public async Task At_equal_time_the_faster_model_trains_again_for_as_long_as_the_slower()
    {
        string json = sky.New(".json");
        Outcome outcome = await Run("--data", sky.Zip, "--models", "z2,p6m", "--equal-time", "--json", json);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("equal parameters and epochs:", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("equal parameters and time, ", outcome.Out, StringComparison.Ordinal);
        JsonElement[] runs = [.. JsonDocument.Parse(File.ReadAllText(json)).RootElement.GetProperty("runs").EnumerateArray()];
        double Seconds(JsonElement run) => run.GetProperty("seconds_per_epoch").GetDouble() * run.GetProperty("epochs").GetInt32();
        JsonElement[] first = runs[..2], again = runs[2..];
        double longest = first.Max(Seconds);
        Assert.All(again, run => Assert.Equal(
            Math.Round(longest / first.Single(one => Model(one) == Model(run)).GetProperty("seconds_per_epoch").GetDouble()),
            run.GetProperty("epochs").GetInt32()));
        Assert.DoesNotContain(Model(first.MaxBy(Seconds)), again.Select(Model));
    }

    private static string Model(JsonElement run) => run.GetProperty("model").GetString()!;

    [Fact]
    public async Task A_run_on_hexagons_shows_the_invariance_of_p6m_under_twelve_elements()
    {
        string folder = sky.New();
        Outcome outcome = await Run("--data", sky.Zip, "--models", "p6m,p3+aug,p4m", "--out", folder);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("p6m: measuring on the test images in the 12 poses of p6m\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("p3+aug: measuring on the test images in the 12 poses of p6m\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("p4m: measuring on the test images in the 8 poses of p4m\n", outcome.Out, StringComparison.Ordinal);
        string text = File.ReadAllText(Path.Combine(folder, "results.json"));
        HasTheSchema(text);
        JsonElement[] runs = [.. JsonDocument.Parse(text).RootElement.GetProperty("runs").EnumerateArray()];
        Assert.Equal(["p6m", "p3", "p4m"], runs.Select(run => run.GetProperty("group").GetString()));
        Assert.Equal((1.0, 1.0), Agreements(runs[0]));
        Assert.InRange(Change(runs[0]), 0, 1e-3);
        Assert.True(Change(runs[1]) > 1e-3, "p3 must change its answers: else the measurement sees nothing");
        RgbImage poses = ImageCodec.Decode(File.ReadAllBytes(Path.Combine(folder, "poses.png")));
        // Six rows of two blocks of four lines for the hexagons, four of one block for the squares, a title, margins.
        Assert.Equal((500, (6 * 114) + (4 * 62) + 33), (poses.Width, poses.Height));
    }

    [Fact]
    public async Task A_log_has_one_line_an_epoch_and_none_is_wrapped()
    {
        Outcome outcome = await Run("--data", sky.Zip, "--models", "z2", "--epochs", "3");
        string[] lines = outcome.Out.Split('\n');
        Assert.Equal(3, lines.Count(line => line.StartsWith("z2: epoch ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Length > 80 && line.StartsWith("morphology: ", StringComparison.Ordinal) && line.EndsWith(')'));
        Assert.Contains(lines, line => line.StartsWith("| z2 ", StringComparison.Ordinal) && line.EndsWith('|'));
        Assert.DoesNotContain('\u001b', outcome.Out);
    }

    [Fact]
    public async Task A_second_set_gives_the_final_numbers()
    {
        string json = sky.New(".json");
        Outcome outcome = await Run("--data", sky.Zip, "--test", sky.Second, "--models", "p4", "--json", json);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        JsonElement data = JsonDocument.Parse(File.ReadAllText(json)).RootElement.GetProperty("data");
        Assert.Equal(20, data.GetProperty("test").GetInt32());
        Assert.Equal(80, data.GetProperty("train").GetInt32() + data.GetProperty("validation").GetInt32());
    }

    [Fact]
    public async Task A_set_that_does_not_fit_into_memory_is_read_again_each_epoch_and_gives_the_same()
    {
        (string kept, string again) = (sky.New(".json"), sky.New(".json"));
        string[] command = ["--data", sky.Zip, "--models", "z2,p4m", "--epochs", "2"];
        Outcome first = await Run([.. command, "--json", kept]);
        Outcome second = await Run([.. command, "--json", again, "--memory", "0"]);
        Assert.Equal((0, ""), (second.Code, second.Error));
        const string Told = "the images do not fit into the memory they may take (--memory); they are read again each epoch\n";
        Assert.Equal((false, true), (first.Out.Contains(Told, StringComparison.Ordinal), second.Out.Contains(Told, StringComparison.Ordinal)));
        Assert.Equal(Measured(kept), Measured(again));
    }

    [Fact]
    public async Task The_time_that_training_waits_for_images_is_printed_for_each_model()
    {
        Outcome outcome = await Run("--data", sky.Zip, "--models", "z2,p4");
        Assert.Matches("\nz2: loader idle [0-9.]+ % of a step\n", outcome.Out);
        Assert.Matches("\np4: loader idle [0-9.]+ % of a step\n", outcome.Out);
    }

    [Fact]
    public async Task A_stratified_split_has_its_share_of_every_class_and_the_manifest_tells_of_it()
    {
        string json = sky.New(".json");
        Assert.Equal(0, (await Run("--data", sky.Zip, "--models", "z2", "--split", "stratified", "--json", json)).Code);
        JsonElement parts = JsonDocument.Parse(File.ReadAllText(json)).RootElement.GetProperty("manifest").GetProperty("parts");
        Assert.Equal(["train", "validation", "test"], Keys(parts));
        int Of(string part, string c) => parts.GetProperty(part).GetProperty("classes").GetProperty(c).GetInt32();
        foreach (string c in (string[])["smooth", "spiral", "edge-on"])
            Assert.Equal((Of("train", c) + Of("validation", c) + Of("test", c)) / 5, Of("test", c));
        Assert.Equal(64, parts.GetProperty("test").GetProperty("ids").GetString()!.Length);
    }

    [Fact]
    public async Task A_file_of_numbered_images_is_trained_on_with_the_classes_it_has()
    {
        using var digits = new MadeDigits(train: 60);
        (string json, string images) = (sky.New(".json"), Path.Combine(digits.Folder, "train-images-idx3-ubyte"));
        Outcome outcome = await Run("--data", images, "--task", "classes", "--models", "p4", "--json", json);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        JsonElement root = JsonDocument.Parse(File.ReadAllText(json)).RootElement;
        Assert.Equal("classes-10", root.GetProperty("task").GetString());
        Assert.Equal(60, root.GetProperty("manifest").GetProperty("objects").GetInt32());
    }

    [Fact]
    public async Task Galaxy_Zoo_2_votes_become_classes_by_threshold()
    {
        (string votes, string json) = (sky.New(".csv"), sky.New(".json"));
        File.WriteAllLines(votes, Enumerable.Range(0, 80).Select(Votes).Prepend(string.Join(',', GalaxyZooVotes.Columns.Prepend("GalaxyID"))));
        Outcome outcome = await Run("--data", sky.Folder, "--labels", votes, "--task", "classes", "--models", "z2", "--json", json);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        JsonElement root = JsonDocument.Parse(File.ReadAllText(json)).RootElement;
        Assert.Equal(["smooth", "featured", "edge-on"], root.GetProperty("data").GetProperty("classes").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal(60, root.GetProperty("manifest").GetProperty("objects").GetInt32());
    }

    [Fact]
    public async Task A_folder_of_FITS_images_is_trained_on()
    {
        (string folder, string json) = (sky.New(), sky.New(".json"));
        Directory.CreateDirectory(folder);
        for (int i = 0; i < 40; i++)
            File.WriteAllBytes(Path.Combine(folder, $"{i}.fits"), Fits(i));
        File.WriteAllLines(
            Path.Combine(folder, "labels.csv"),
            Enumerable.Range(0, 40).Select(i => $"g{i},{GalaxyLabel.All[i % 2]},{i}.fits").Prepend("object_id,morphology,file"));
        Outcome outcome = await Run("--data", folder, "--split", "stratified", "--models", "p4", "--json", json);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal(40, JsonDocument.Parse(File.ReadAllText(json)).RootElement.GetProperty("manifest").GetProperty("objects").GetInt32());
    }

    [Fact]
    public async Task The_same_command_again_trains_nothing_and_finds_the_same()
    {
        string folder = sky.New();
        string[] command = ["--data", sky.Zip, "--models", "p4m", "--epochs", "2", "--out", folder];
        Assert.Equal(0, (await Run(command)).Code);
        string first = File.ReadAllText(Path.Combine(folder, "results.json"));
        Outcome again = await Run(command);
        Assert.Contains("p4m: 2 of 2 epochs are done, from its checkpoint\n", again.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("p4m: epoch", again.Out, StringComparison.Ordinal);
        Assert.Equal(first, File.ReadAllText(Path.Combine(folder, "results.json")));
    }

    [Fact]
    public async Task A_checkpoint_of_other_options_or_other_images_is_not_gone_on_from()
    {
        (string folder, string data) = (sky.New(), sky.Copy());
        string[] command = ["--data", data, "--models", "p4", "--out", folder];
        Assert.Equal(0, (await Run(command)).Code);
        string anew = $"p4: {Path.Combine(folder, "checkpoints", "p4.epoch-0001.step-000000.safetensors")} is of a run with other options, data or version; training starts anew";
        Assert.Contains(anew, (await Run([.. command, "--seed", "1"])).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Run(command)).Code);
        for (int i = 0; i < 79; i++)
            File.Copy(Path.Combine(data, $"{i + 1}.png"), Path.Combine(data, $"{i}.png"), overwrite: true);
        Assert.Contains(anew, (await Run(command)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_newest_checkpoint_falls_back_to_the_one_before_says_so_and_ends_alike()
    {
        string folder = sky.New();
        string[] command = ["--data", sky.Zip, "--models", "p4", "--epochs", "3", "--keep", "3", "--save-every", "0", "--out", folder];
        Assert.Equal(0, (await Run(command)).Code);
        string net = Path.Combine(folder, "p4.safetensors");
        string before = Weights(net);
        File.Delete(net);
        string[] checkpoints = [.. Directory.GetFiles(Path.Combine(folder, "checkpoints"), "p4.epoch-*").Order(StringComparer.Ordinal)];
        Assert.Equal(3, checkpoints.Length);
        File.WriteAllBytes(checkpoints[2], File.ReadAllBytes(checkpoints[2])[..1000]);
        Outcome again = await Run(command);
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Contains($"p4: {checkpoints[2]} is not a whole checkpoint (it is cut short: ", again.Out, StringComparison.Ordinal);
        Assert.Contains("). The one before it is used.\n", again.Out, StringComparison.Ordinal);
        Assert.Contains("p4: 2 of 3 epochs and ", again.Out, StringComparison.Ordinal);
        Assert.Equal(before, Weights(net));
    }

    [Fact]
    public async Task A_damaged_checkpoint_is_one_sentence()
    {
        string folder = sky.New();
        string damaged = Path.Combine(folder, "checkpoints", "p4.epoch-0001.step-000000.safetensors");
        Directory.CreateDirectory(Path.GetDirectoryName(damaged)!);
        File.WriteAllText(damaged, "GCnn");
        string sentence = (await Run("--data", sky.Zip, "--models", "p4", "--out", folder)).Sentence();
        Assert.Equal($"{damaged} is not a whole checkpoint (it is no safetensors file: it has 4 bytes, and the length of its header alone takes 8). Delete it to train anew.", sentence);
        Assert.False(File.Exists(Path.Combine(folder, "results.json")));
    }

    [Fact]
    public async Task The_configuration_of_a_run_runs_it_again_and_options_beside_it_win()
    {
        (string folder, string again, string other) = (sky.New(), sky.New(".json"), sky.New(".json"));
        string settings = sky.New(".json");
        File.WriteAllText(settings, """
            { "training": { "optimizer": { "kind": "sgd", "learningRate": 0.05 }, "schedule": { "kind": "cosine" }, "ema": { "decay": 0.9 }, "clip": 5 } }
            """);
        Assert.Equal(0, (await Run("--data", sky.Zip, "--models", "z2,p4", "--epochs", "2", "--config", settings, "--out", folder)).Code);
        string config = Path.Combine(folder, "config.json");
        Outcome outcome = await Outcome.Of("galaxy", "--config", config, "--json", again);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("\nconfiguration: {\"task\":\"morphology\",\"models\":[\"z2\",\"p4\"],", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(Measured(Path.Combine(folder, "results.json")), Measured(again));
        Assert.Equal(Node(again)["configuration"]!.ToJsonString(), JsonNode.Parse(File.ReadAllText(config))!.ToJsonString());
        Assert.Equal("sgd", (string?)Node(again)["configuration"]!["training"]!["optimizer"]!["kind"]);

        Assert.Equal(0, (await Outcome.Of("galaxy", "--config", config, "--models", "p4", "--seed", "4", "--json", other)).Code);
        JsonNode run = Assert.Single(Node(other)["runs"]!.AsArray())!;
        Assert.Equal(("p4", 4, 2), ((string?)run["model"], (int)run["seed"]!, (int)run["epochs"]!));
    }

    [Fact]
    public async Task Several_seeds_give_every_run_and_means_with_intervals()
    {
        string folder = sky.New();
        Outcome outcome = await Run("--data", sky.Zip, "--models", "z2,p4", "--seeds", "0,3", "--out", folder);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Matches(@"\| z2 +\| p1 +\| [0-9]+ +\| 0\.[0-9]{3} ± [0-9.]+ ", outcome.Out);
        Assert.Equal(
            ["p4-seed0.safetensors", "p4-seed3.safetensors", "z2-seed0.safetensors", "z2-seed3.safetensors"],
            Directory.GetFiles(folder, "*.safetensors").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        JsonNode root = Node(Path.Combine(folder, "results.json"));
        Assert.Equal([("z2", 0), ("p4", 0), ("z2", 3), ("p4", 3)], root["runs"]!.AsArray().Select(run => ((string?)run!["model"], (int)run["seed"]!)));
        JsonNode summary = root["summary"]![0]!;
        double[] accuracies = [.. ((int[])[0, 2]).Select(run => (double)root["runs"]![run]!["test_accuracy"]!)];
        Assert.Equal(accuracies.Average(), (double)summary["numbers"]!["test_accuracy"]!["mean"]!, 1e-12);
        // Of two values the interval is 12.7062 |a - b| / 2.
        Assert.Equal(
            12.7062 * Math.Abs(accuracies[0] - accuracies[1]) / 2, (double)summary["numbers"]!["test_accuracy"]!["half_width_95"]!, 1e-3);
    }

    [Fact]
    public async Task Fractions_of_votes_are_learnt()
    {
        (string votes, string json) = (sky.New(".csv"), sky.New(".json"));
        string[] labels = [.. File.ReadAllLines(Path.Combine(sky.Folder, "labels.csv")).Skip(1).Select(line => line.Split(',')[1])];
        File.WriteAllLines(votes, labels.Select(VotesFor).Prepend(string.Join(',', GalaxyZooVotes.Columns.Prepend("GalaxyID"))));
        Outcome outcome = await Run(
            "--data", sky.Folder, "--labels", votes, "--task", "votes", "--models", "z2+aug,p4m", "--epochs", "12", "--json", json);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Matches(@"p4m: epoch 12/12, loss 0\.[0-9]+, error of votes on validation 0\.[0-9]{4}", outcome.Out);
        Assert.All(Node(json)["runs"]!.AsArray(), run =>
        {
            double[] losses = [.. run!["history"]!.AsArray().Select(epoch => (double)epoch!["training_loss"]!)];
            Assert.True(losses[^1] < 0.7 * losses[0], string.Join(' ', losses));
            Assert.InRange((double)run["test_rmse"]!, 0.01, 0.35);
            Assert.Equal(["smooth", "featured", "artefact"], run["classes"]!.AsArray().Select(c => (string?)c!["name"]));
        });
    }

    [Fact]
    public async Task Votes_are_refused_where_there_are_none() => Assert.Equal(
        $"'{sky.Zip}' has no fractions of votes; --task votes needs Galaxy Zoo 2's table, with GalaxyID and 37 columns, of its images: give it by --labels.",
        (await Run("--data", sky.Zip, "--task", "votes")).Sentence());

    [Fact]
    public async Task At_an_equal_budget_of_multiply_adds_or_time_the_widths_follow_the_first_model()
    {
        string json = sky.New(".json");
        Assert.Equal(0, (await Run("--data", sky.Zip, "--models", "p4m,z2", "--budget", "multiply-adds", "--json", json)).Code);
        long[] counts = [.. Node(json)["runs"]!.AsArray().Select(run => (long)run!["multiply_adds"]!)];
        Assert.InRange(counts[1], 0.7 * counts[0], counts[0]);

        string folder = sky.New();
        Outcome timed = await Run("--data", sky.Zip, "--models", "p4m,z2", "--budget", "time", "--out", folder);
        Assert.Equal((0, ""), (timed.Code, timed.Error));
        Assert.Matches("\nz2: widths [0-9,]+, a training step takes [0-9.]+ of one of p4m\n", timed.Out);
        JsonNode widths = Node(Path.Combine(folder, "config.json"))["budget"]!["widths"]!;
        Outcome again = await Run("--data", sky.Zip, "--models", "p4m,z2", "--budget", "time", "--out", folder);
        Assert.Contains("z2: 1 of 1 epochs are done, from its checkpoint\n", again.Out, StringComparison.Ordinal);
        Assert.Equal(widths.ToJsonString(), Node(Path.Combine(folder, "config.json"))["budget"]!["widths"]!.ToJsonString());
    }

    // Nine volunteers in ten agree with the label.
    private static string VotesFor(string label, int image)
    {
        var fractions = new double[GalaxyZooVotes.Columns.Count];
        bool smooth = label == GalaxyLabel.Smooth, edge = label == GalaxyLabel.EdgeOn;
        (fractions[0], fractions[1]) = smooth ? (0.9, 0.1) : (0.1, 0.9);
        (fractions[3], fractions[4]) = edge ? (0.9 * fractions[1], 0.1 * fractions[1]) : (0.1 * fractions[1], 0.9 * fractions[1]);
        (fractions[13], fractions[14]) = (0, 1);
        return $"{image},{string.Join(',', fractions)}";
    }

    private static JsonNode Node(string json) => JsonNode.Parse(File.ReadAllText(json))!;

    private static string Weights(string path)
    {
        using SafeTensorsFile file = SafeTensors.Open(path);
        file.Verify();
        return file.TensorHash();
    }

    private static Task<Outcome> Run(params string[] options) =>
        Outcome.Of([.. Options("--size", "17", "--parameters", "1500", "--threads", "1"), .. options, .. Epochs(options)]);

    private static string[] Options(params string[] options) => ["galaxy", .. options];

    private static string[] Epochs(string[] options) => options.Contains("--epochs") ? [] : ["--epochs", "1"];

    private static void HasTheSchema(string json)
    {
        JsonElement root = JsonDocument.Parse(json).RootElement;
        Assert.Equal(["task", "data", "runs", "summary", "configuration", "manifest", "provenance"], Keys(root));
        Assert.Equal(["path", "train", "validation", "test", "classes"], Keys(root.GetProperty("data")));
        Assert.All(root.GetProperty("runs").EnumerateArray(), run => Assert.Equal(RunKeys, Keys(run)));
        Assert.DoesNotContain("\\u", json, StringComparison.Ordinal);
    }

    // Of four images one is smooth, one featured, one edge-on, and of one the voters were not sure.
    private static string Votes(int image)
    {
        var fractions = new double[GalaxyZooVotes.Columns.Count];
        int[] columns = [0, 4, 3, 0];
        fractions[columns[image % 4]] = image % 4 == 3 ? 0.6 : 0.9;
        return $"{image},{string.Join(',', fractions)}";
    }

    // 20 x 20 counts in 16 bits: a header of cards of 80 letters, data with the highest byte first, both in blocks of 2880 bytes.
    private static byte[] Fits(int seed)
    {
        string[] cards = ["SIMPLE  =                    T", "BITPIX  =                   16", "NAXIS   =                    2",
            "NAXIS1  =                   20", "NAXIS2  =                   20", "END"];
        byte[] header = System.Text.Encoding.ASCII.GetBytes(string.Concat(cards.Select(card => card.PadRight(80))).PadRight(2880));
        return [.. header, .. Enumerable.Range(0, 400).SelectMany(i => (byte[])[(byte)(i * (seed + 3) % 50), (byte)i]), .. new byte[2880 - 800]];
    }

    private static string Measured(string json)
    {
        JsonArray runs = JsonNode.Parse(File.ReadAllText(json))!["runs"]!.AsArray();
        foreach (JsonNode? run in runs)
            Assert.True(run!.AsObject().Remove("seconds_per_epoch"));
        return runs.ToJsonString();
    }

    private static (double Rotations, double Reflections) Agreements(JsonElement run) =>
        (run.GetProperty("rotation_agreement").GetDouble(), run.GetProperty("reflection_agreement").GetDouble());

    private static double Change(JsonElement run) => run.GetProperty("max_logit_change").GetDouble();

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
