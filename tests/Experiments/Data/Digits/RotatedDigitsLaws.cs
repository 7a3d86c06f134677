using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Experiments.Data.Digits;

namespace GCnn.Experiments.Tests.Data.Digits;

public sealed class RotatedDigitsLaws
{
    private static readonly DigitImages Digits = MadeDigits.Made(3000, 5);

    [Fact]
    public void No_digit_is_there_twice_and_each_image_is_its_digit_turned_by_its_angle()
    {
        RotatedDigits set = Made(seed: 3);
        Assert.Equal(2000, set.Images.Count);
        Assert.Equal(2000, set.Origins.Distinct().Count());
        var turned = new byte[MadeDigits.Side * MadeDigits.Side];
        for (int i = 0; i < set.Images.Count; i++)
        {
            DigitRotation.Turn(Digits.Image(set.Origins[i]), MadeDigits.Side, set.Radians[i], turned);
            Assert.Equal(turned, set.Images.Image(i).ToArray());
            Assert.Equal(Digits.Labels[set.Origins[i]], set.Images.Labels[i]);
        }
    }

    [Fact]
    public void Angles_are_uniform_on_the_circle() => AreUniform(Made(seed: 3).Radians);

    [Fact]
    public void Angles_of_half_a_circle_are_not() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AreUniform([.. Made(seed: 3).Radians.Select(angle => angle / 2)]));

    [Fact]
    public void The_same_seed_gives_the_same_set_and_another_seed_another()
    {
        Assert.Equal(Made(seed: 3).Images, Made(seed: 3).Images);
        Assert.NotEqual(Made(seed: 3).Images, Made(seed: 4).Images);
        Assert.NotEqual(Made(seed: 3).Origins, Made(seed: 4).Origins);
    }

    [Fact]
    public void The_protocol_is_the_published_one() => Assert.Equal(
        (12_000, 50_000), (RotatedDigits.PublishedTrain + RotatedDigits.PublishedValidation, RotatedDigits.PublishedTest));

    [Fact]
    public void Too_few_digits_are_one_sentence() => Assert.Equal(
        "Rotated MNIST needs 62000 different digits and 3000 were given; MNIST has 70000, in two files.",
        Assert.Throws<DataException>(() => RotatedDigits.Make(Digits, 0)).Message);

    [Fact]
    public void What_is_written_can_be_read_and_tells_what_it_is()
    {
        using var made = new MadeDigits();
        string folder = Path.Combine(made.Folder, "out");
        Directory.CreateDirectory(folder);
        MnistFiles files = MnistFiles.In(made.Folder);
        Assert.False(files.AreMnist);
        DigitImages digits = files.Read();
        Assert.Equal(70, digits.Count);
        RotatedDigits set = RotatedDigits.Make(digits, 1, train: 30, validation: 10, test: 25);
        RotatedMnist.Write(set, files, new RotatedMnistOptions(folder, made.Folder, 1));

        DigitImages train = DigitImages.Read(Path.Combine(folder, "train-images-idx3-ubyte"));
        DigitImages test = DigitImages.Read(Path.Combine(folder, "test-images-idx3-ubyte"));
        Assert.Equal((40, 25), (train.Count, test.Count));
        Assert.Equal(set.Images, train.Then(test));
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
        Assert.Equal(1, (int)manifest["seed"]!);
        Assert.False((bool)manifest["digits"]!["are_mnist"]!);
        Assert.Equal(
            ["train", "validation", "test"], manifest["manifest"]!["parts"]!.AsObject().Select(part => part.Key));
        Assert.Equal(10, (int)manifest["manifest"]!["parts"]!["validation"]!["objects"]!);
        Assert.Equal(8, manifest["files"]!.AsObject().Count);
    }

    [Fact]
    public void A_folder_that_lacks_a_file_is_one_sentence()
    {
        using var made = new MadeDigits();
        File.Delete(Path.Combine(made.Folder, "t10k-labels-idx1-ubyte"));
        Assert.Equal(
            $"'{made.Folder}' has no file t10k-labels-idx1-ubyte (or t10k-labels-idx1-ubyte.gz); the digits are the four files of MNIST, two of " +
            "images and two of labels.",
            Assert.Throws<DataException>(() => MnistFiles.In(made.Folder)).Message);
    }

    private static RotatedDigits Made(int seed) => RotatedDigits.Make(Digits, seed, train: 1000, validation: 200, test: 800);

    // Chi-square over 20 sectors: 19 degrees of freedom, 43.8 is exceeded once in a thousand draws; the seed is fixed.
    private static void AreUniform(IReadOnlyList<float> angles)
    {
        Assert.All(angles, angle => Assert.InRange(angle, 0, 2 * MathF.PI));
        var counts = new int[20];
        foreach (float angle in angles)
            counts[Math.Min(19, (int)(angle / (2 * Math.PI) * 20))]++;
        double expected = angles.Count / 20.0;
        Assert.InRange(counts.Sum(n => (n - expected) * (n - expected) / expected), 0, 43.8);
    }
}
