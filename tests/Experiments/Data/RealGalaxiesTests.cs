using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Data.Sky;
using GCnn.Experiments.Tests.Data.Sky;
using GCnn.Images;

namespace GCnn.Experiments.Tests.Data;

public sealed class RealGalaxiesTests
{
    private static readonly CentreResize Resize = new(32);

    [SharedDataFact]
    [Trait("Category", "Slow")]
    public void Loads_with_the_counts_of_its_readme()
    {
        using var archive = ImageArchive.Open(SharedDataFactAttribute.Archive!);
        var table = LabelTable.Read(archive, new());
        Assert.Equal([3698, 796, 328, 350, 97], GalaxyLabel.All.Select(label => table.Rows.Count(row => row.Label == label)));
        var set = GalaxyLoader.Load(archive, table, GalaxyTask.Morphology, new(16), threads: 2);
        Assert.Equal([3698, 678, 796], set.ClassCounts);
        Assert.Empty(set.Skipped);
        var split = GalaxySplit.Of(set.ObjectIds);
        Assert.Equal([3764, 392, 1016], [split.Train.Count, split.Validation.Count, split.Test.Count]);
    }

    [SharedDataFact]
    public void Made_spirals_wind_as_real_ones_of_the_same_label_do()
    {
        using var archive = ImageArchive.Open(SharedDataFactAttribute.Archive!);
        var real = GalaxyLoader.Load(archive, LabelTable.Read(archive, new()), GalaxyTask.Handedness, Resize, threads: 2);
        var made = new SyntheticSky(seed: 1).Make(400, GalaxyTask.Handedness, Resize, threads: 2);
        foreach (var set in (GalaxySet[])[real, made])
        {
            var winding = Winding.MeanOfClasses(set);
            Assert.True(winding[0] > 0.05, $"clockwise spirals wind by {winding[0]}");
            Assert.True(winding[1] < -0.05, $"anticlockwise spirals wind by {winding[1]}");
        }
    }
}
