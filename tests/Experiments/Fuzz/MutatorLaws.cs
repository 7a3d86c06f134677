using GCnn.Augment;
using GCnn.Experiments.Fuzz;

namespace GCnn.Experiments.Tests.Fuzz;

public sealed class MutatorLaws
{
    [Fact]
    public void A_mutation_is_a_function_of_seed_format_and_number()
    {
        foreach (FuzzFormat format in FuzzFormat.All)
        {
            byte[][] files = [.. Enumerable.Range(0, 50).Select(i => FuzzTrial.Make(format, 1, i).File)];
            Assert.Equal(files, Enumerable.Range(0, 50).Select(i => FuzzTrial.Make(format, 1, i).File));
            Assert.NotEqual(files, Enumerable.Range(0, 50).Select(i => FuzzTrial.Make(format, 2, i).File));
        }
    }

    [Fact]
    public void The_valid_file_stays_as_it_is()
    {
        byte[] valid = [.. Enumerable.Range(0, 300).Select(i => (byte)i)];
        byte[] before = [.. valid];
        var mutator = new Mutator(new SampleStream(1, 2, 3), isText: true);
        byte[][] made = [.. Enumerable.Range(0, 500).Select(_ => mutator.Mutate(valid))];
        Assert.Equal(before, valid);
        Assert.True(made.Count(file => !file.AsSpan().SequenceEqual(valid)) > 450);
        Assert.Contains(made, file => file.Length < valid.Length);
        Assert.Contains(made, file => file.Length > valid.Length);
    }

    [Fact]
    public void Every_seed_is_read_whole()
    {
        using var place = new TemporaryFolder();
        foreach (FuzzFormat format in FuzzFormat.All)
        {
            foreach (FuzzSeed seed in format.Seeds.Where(seed => seed.Name is not ("blank.fits" or "nan.fits")))
            {
                string path = Path.Combine(place.Path, format.FileName);
                File.WriteAllBytes(path, seed.Content);
                Assert.True(FuzzTrial.Reads(format, path, seed.Options), $"{format.Name} {seed.Name}");
            }
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gcnn-fuzz-test-");

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
