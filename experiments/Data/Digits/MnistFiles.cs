using GCnn.Data;

namespace GCnn.Experiments.Data.Digits;

/// <summary>The four files of MNIST in a folder, plain or as <c>.gz</c>, and whether they are the known ones.</summary>
/// <param name="Train">The path of the 60,000 training images.</param>
/// <param name="Test">The path of the 10,000 test images.</param>
/// <param name="Checksums">SHA-256 of each file, by its name.</param>
public sealed record MnistFiles(string Train, string Test, IReadOnlyDictionary<string, string> Checksums)
{
    private const string TrainImages = "train-images-idx3-ubyte";
    private const string TestImages = "t10k-images-idx3-ubyte";

    /// <summary>SHA-256 of MNIST's files, unpacked.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [TrainImages] = "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        ["train-labels-idx1-ubyte"] = "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        [TestImages] = "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        ["t10k-labels-idx1-ubyte"] = "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    };

    /// <summary>Whether these are MNIST's own files.</summary>
    public bool AreMnist => Known.All(file => Checksums.TryGetValue(file.Key, out string? sum) && sum == file.Value);

    /// <summary>Finds the files.</summary>
    /// <param name="folder">Where they are.</param>
    /// <exception cref="DataException">One of them is not there.</exception>
    public static MnistFiles In(string folder)
    {
        string[] paths = [.. Known.Keys.Select(name => Find(folder, name))];
        var sums = paths.ToDictionary(path => Path.GetFileName(path), FileChecksum.Of, StringComparer.Ordinal);
        return new MnistFiles(Find(folder, TrainImages), Find(folder, TestImages), sums);
    }

    /// <summary>All digits: those to train with, then those to test with.</summary>
    public DigitImages Read() => DigitImages.Read(Train).Then(DigitImages.Read(Test));

    private static string Find(string folder, string name)
    {
        string[] names = [name, $"{name}.gz", name.Replace("-idx", ".idx", StringComparison.Ordinal)];
        return names.Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists) ?? throw new DataException(
            $"'{folder}' has no file {name} (or {name}.gz); the digits are the four files of MNIST, two of images and two of labels.");
    }
}
