namespace GCnn.Data.Tests.Splits;

public sealed class ManifestLaws
{
    private static readonly string[] Names = ["smooth", "spiral", "ring"];

    [Fact]
    public void It_counts_objects_and_classes_and_takes_the_checksum_of_the_ids()
    {
        var part = ManifestPart.Of("train", ["a", "b", "c"], [1, 0, 1], Names);
        Assert.Equal(new ManifestPart("train", 3, [("smooth", 1), ("spiral", 2), ("ring", 0)], SplitRule.Checksum(["c", "b", "a"])), part);
        Assert.Equal($"train: 3 objects (smooth 1, spiral 2, ring 0), ids {part.Checksum[..16]}", part.ToString());
    }

    [Fact]
    public void Another_object_another_class_or_another_part_makes_another_manifest()
    {
        Manifest[] manifests =
        [
            Made("a", 0), Made("b", 0), Made("a", 1), Made("a", 0) with { Skipped = 1 }, Made("a", 0) with { Format = "zip" },
            Made("a", 0) with { Parts = [] },
        ];
        Assert.Equal(manifests.Length, manifests.Distinct().Count());
        Assert.Equal(manifests[0], Made("a", 0));
        Assert.Equal(manifests[0].GetHashCode(), Made("a", 0).GetHashCode());
    }

    [Fact]
    public void As_JSON_it_has_all_of_it() => Assert.Equal(
        """{"location":"sky.zip","format":"folder","objects":1,"skipped":0,"parts":{"all":{"objects":1,"classes":{"smooth":1,"spiral":0,"ring":0},"ids":"87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"}}}""",
        Made("a", 0).ToJson().ToJsonString());

    [Fact]
    public void Objects_without_classes_are_counted_alone()
    {
        var manifest = Manifest.Of("x.fits", "FITS", ["a", "b"], null, []);
        Assert.Equal(2, manifest.Objects);
        Assert.StartsWith("x.fits: FITS, 2 objects, 0 skipped\nall: 2 objects, ids ", manifest.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_without_a_class_is_refused() => Assert.StartsWith(
        "ManifestPart: 2 ids and 1 classes were given; each object needs one of each.",
        Assert.Throws<ArgumentException>(() => ManifestPart.Of("all", ["a", "b"], [0], Names)).Message, StringComparison.Ordinal);

    private static Manifest Made(string id, int c) => Manifest.Of("sky.zip", "folder", [id], [c], Names);
}
