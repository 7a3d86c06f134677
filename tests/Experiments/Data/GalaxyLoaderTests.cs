using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Images;

namespace GCnn.Experiments.Tests.Data;

public sealed class GalaxyLoaderTests
{
    [Fact]
    public void A_folder_a_zip_and_a_zip_with_one_folder_load_equal_arrays()
    {
        using var made = new MadeArchive(20);
        var folder = made.Load(GalaxyTask.Morphology);
        SameSets(folder, MadeArchive.Load(made.Zip(inOneFolder: false), GalaxyTask.Morphology));
        SameSets(folder, MadeArchive.Load(made.Zip(inOneFolder: true), GalaxyTask.Morphology));
    }

    [Fact]
    public void The_comparison_of_sets_notices_one_changed_image()
    {
        using var made = new MadeArchive(20);
        var before = made.Load(GalaxyTask.Morphology);
        made.Put(MadeArchive.File(10), File.ReadAllBytes(Path.Combine(made.Folder, MadeArchive.File(11))));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => SameSets(before, made.Load(GalaxyTask.Morphology)));
    }

    [Fact]
    public void One_thread_and_several_load_equal_arrays()
    {
        using var made = new MadeArchive(40);
        var zip = made.Zip(inOneFolder: false);
        SameSets(MadeArchive.Load(zip, GalaxyTask.Handedness, threads: 1), MadeArchive.Load(zip, GalaxyTask.Handedness, threads: 4));
    }

    [Fact]
    public void Objects_keep_the_order_of_the_table_and_their_classes()
    {
        using var made = new MadeArchive(10);
        var set = made.Load(GalaxyTask.Morphology);
        Assert.Equal(((int[])[0, 1, 2, 3, 5, 6, 7, 8]).Select(MadeArchive.Id), set.ObjectIds);
        Assert.Equal([0, 2, 1, 1, 0, 2, 1, 1], set.Classes);
        Assert.Equal([2, 4, 2], set.ClassCounts);
        Assert.Equal((6, 108, 8), (set.Size, set.Length, set.Count));
    }

    [Fact]
    public void A_batch_holds_the_images_asked_for()
    {
        using var made = new MadeArchive(10);
        var set = made.Load(GalaxyTask.Morphology);
        var batch = new float[2 * set.Length];
        set.CopyBatch([3, 1], batch);
        Assert.Equal([.. set.Image(3), .. set.Image(1)], batch);
    }

    [Fact]
    public void Few_corrupt_images_are_skipped_by_name()
    {
        using var made = new MadeArchive(25);
        made.Put(MadeArchive.File(7), "no image");
        var set = made.Load(GalaxyTask.Morphology);
        Assert.Equal(19, set.Count);
        Assert.DoesNotContain(MadeArchive.Id(7), set.ObjectIds);
        Assert.StartsWith("images/object-007.jpg is neither JPEG nor PNG", Assert.Single(set.Skipped).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_five_percent_corrupt_images_stop_the_run()
    {
        using var made = new MadeArchive(25);
        made.Put(MadeArchive.File(7), []);
        made.Put(MadeArchive.File(11), []);
        Assert.Contains("2 of 20 images of '" + made.Folder + "' cannot be read, more than 5 %; the first: images/object-007.jpg is empty",
            made.Refusal(GalaxyTask.Morphology), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_without_an_image_is_one_sentence()
    {
        using var made = new MadeArchive(10);
        File.Delete(Path.Combine(made.Folder, MadeArchive.File(4)));
        Assert.Contains("1 of 10 labels of '" + made.Folder + "' have no image, the first 'images/object-004.jpg' (line 6)",
            made.Refusal(GalaxyTask.Morphology), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_class_is_one_sentence()
    {
        using var made = new MadeArchive("object_id,morphology,file\na,ring,a.png\n");
        Assert.Contains("gives 'a' the class 'ring' in line 2; known are smooth, edge-on", made.Refusal(GalaxyTask.Morphology), StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_has_nothing_to_tell_apart_is_one_sentence()
    {
        using var made = new MadeArchive(2);
        Assert.Contains("has 0 objects for the task handedness", made.Refusal(GalaxyTask.Handedness), StringComparison.Ordinal);
        using var oneHand = new MadeArchive(3);
        Assert.Contains("has 1 objects for the task handedness", oneHand.Refusal(GalaxyTask.Handedness), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_grows_and_ends_at_the_whole()
    {
        using var made = new MadeArchive(25);
        made.Put(MadeArchive.File(7), []);
        var reports = new Reports();
        made.Load(GalaxyTask.Morphology, progress: reports);
        Assert.Equal(new(20, 20, 1), reports.Seen[^1]);
        Assert.Equal(reports.Seen.Select(r => r.Done).Order(), reports.Seen.Select(r => r.Done));
    }

    [Fact]
    public void Images_beyond_the_memory_are_read_again_and_equal_those_that_were_kept()
    {
        using var made = new MadeArchive(20);
        var kept = made.Load(GalaxyTask.Morphology);
        using var archive = ImageArchive.Open(made.Folder);
        var resize = new CentreResize(6, 0.8);
        var objects = GalaxyObjects.Of(archive, LabelTable.Read(archive, new()), GalaxyTask.Morphology, resize);
        var again = GalaxyLoader.Load(objects, resize, threads: 3, keepBytes: (kept.Count * kept.Length * sizeof(float)) - 1);
        Assert.Equal((true, false), (kept.InMemory, again.InMemory));
        SameSets(kept, again);
        int[] some = [5, 3, 11];
        Assert.Equal(kept.Checksum(some), again.Checksum(some));
        Assert.True(GalaxyLoader.Load(objects, resize, threads: 3, keepBytes: kept.Count * kept.Length * sizeof(float)).InMemory);
    }

    [Fact]
    public void An_image_that_could_be_read_at_first_and_cannot_any_more_is_one_sentence()
    {
        int reads = 0;
        var resize = new CentreResize(1);
        var objects = new GalaxyObjects("sky", "made", GalaxyTask.Handedness, ["a", "b"], [0, 1], i =>
            Interlocked.Increment(ref reads) > 2 ? throw new SampleException("b.png is empty (0 bytes)") : [i, i, i]);
        var set = GalaxyLoader.Load(objects, resize, threads: 1, keepBytes: 0);
        Assert.Equal(2, set.Count);
        Assert.Equal(
            "The image of 'b' could be read at first and cannot any more: b.png is empty (0 bytes)",
            Assert.Throws<DataException>(() => set.Checksum([1])).Message);
    }

    internal static void SameSets(GalaxySet expected, GalaxySet actual)
    {
        Assert.Equal(expected.ObjectIds, actual.ObjectIds);
        Assert.Equal(expected.Classes, actual.Classes);
        for (var i = 0; i < expected.Count; i++)
            Assert.True(expected.Image(i).SequenceEqual(actual.Image(i)), $"image {i} differs");
    }

    private sealed class Reports : IProgress<LoadProgress>
    {
        public List<LoadProgress> Seen { get; } = [];

        public void Report(LoadProgress value) => Seen.Add(value);
    }
}
