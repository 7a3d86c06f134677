using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Data.Sky;

namespace GCnn.Experiments.Tests.Data;

public sealed class GalaxySetTests
{
    [Fact]
    public void The_checksum_depends_on_ids_classes_pixels_order_and_choice()
    {
        float[] one = [0.25f, 0.5f, 0.75f];
        float[] two = [0.25f, 0.5f, 0.5f];
        string[] sums =
        [
            Set(["a", "b"], [0, 1], [one, two]).Checksum([0, 1]),
            Set(["a", "c"], [0, 1], [one, two]).Checksum([0, 1]),
            Set(["a", "b"], [0, 2], [one, two]).Checksum([0, 1]),
            Set(["a", "b"], [0, 1], [one, one]).Checksum([0, 1]),
            Set(["a", "b"], [0, 1], [one, two]).Checksum([1, 0]),
            Set(["a", "b"], [0, 1], [one, two]).Checksum([0]),
        ];
        Assert.Equal(sums.Length, sums.Distinct().Count());
        Assert.Equal(sums[0], Set(["x", "b", "a"], [2, 1, 0], [one, two, one]).Checksum([2, 1]));
    }

    [Fact]
    public void A_sky_larger_than_the_memory_is_one_sentence() => Assert.Matches(
        "^20000 images of 4096x4096 need 3840000 MiB of memory and [0-9]+ MiB are there; use a smaller size\\.$",
        Assert.Throws<DataException>(() => new SyntheticSky(0).Make(20_000, GalaxyTask.Morphology, new(4096, 0.9), 1)).Message);

    private static GalaxySet Set(string[] ids, int[] classes, float[][] images) => new(GalaxyTask.Morphology, 1, ids, classes, images, []);
}
