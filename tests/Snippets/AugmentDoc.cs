using GCnn.Augment;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Snippets.Tests;

/// <summary>The code of docs/augment.md, and the pipeline beside it.</summary>
public class AugmentDoc
{
    [Fact]
    public void Drawing_and_applying()
    {
        // augment.md: begin
        Tensor images = rand(16, 3, 65, 65), masks = (images.mean([1], keepdim: true) > 0.5);
        var pipeline = new Pipeline(
            new RandomFlip(), new RandomRotation(), new RandomScale { Factor = new(0.87, 1.15) },     // one resample for all three
            new BrightnessContrast { Contrast = new(0.8, 1.25) },
            new WithProbability(0.5, new GaussianNoise(new Interval(0, 0.05))));

        Parameters[] drawn = pipeline.Draw(seed: 1, epoch: 0, samples: Enumerable.Range(0, 16).Select(i => (long)i));
        (Tensor moved, Parameters[] resolved) = pipeline.Run(images, drawn);
        Tensor movedMasks = pipeline.ApplyGeometry(masks, resolved);                                  // nearest: still true and false

        Placement placement = pipeline.Place(resolved[0], new ImageSize(65, 65));
        KeyPoint nucleus = new KeyPoint(40, 25).Moved(placement, new ImageSize(65, 65));
        PositionAngle bar = new PositionAngle(30).Moved(placement);
        int hand = ClassReflection.Swapping(2, (0, 1)).Moved(0, resolved[0]);                         // a mirrored spiral changes sides

        // augment.md: end
        Assert.Equal(images.shape, moved.shape);
        Assert.Equal(ScalarType.Bool, movedMasks.dtype);
        Assert.True(double.IsFinite(nucleus.Column) && bar.Degrees is >= 0 and < 180);
        Assert.Equal(resolved[0].IsReflection ? 1 : 0, hand);
    }

    [Fact]
    public void Files()
    {
        Tensor images = rand(4, 3, 33, 33);

        // augment.md: begin
        Pipeline galaxy = PipelineJson.Load("pipelines/galaxy.json");
        string text = PipelineJson.Write(galaxy);
        Assert.Equal(galaxy, PipelineJson.Read(text));

        // augment.md: end
        using var scope = NewDisposeScope();
        Assert.Equal(images.shape, galaxy.Apply(images, galaxy.Draw(0, 0, [0, 1, 2, 3])).shape);
    }

    [Fact]
    public void Averaging()
    {
        var net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(32, 2));
        Tensor images = rand(2, 3, 33, 33);

        // augment.md: begin
        using var invariant = new OrbitAverage(net, PlaneGroup.P4m);           // any model; eight evaluations
        invariant.eval();
        Tensor turned = invariant.call(images.rot90(1, (2, 3)));
        Assert.Equal(0, (invariant.call(images) - turned).abs().max().item<float>());

        // augment.md: end
    }

    [Fact]
    public void The_page_quotes_it()
    {
        string[] run = Blocks.Run("AugmentDoc.cs", "augment.md");
        Assert.NotEmpty(run);
        Assert.Equal(run, Blocks.Quoted("augment.md"));
    }

    [Fact]
    public void The_page_tells_of_every_kind()
    {
        string page = Blocks.Read("augment.md");
        Assert.All(PipelineJson.Kinds, kind => Assert.Contains($"`{kind}`", page, StringComparison.Ordinal));
    }
}
