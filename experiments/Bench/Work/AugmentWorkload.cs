using GCnn.Augment;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Experiments.Bench;

/// <summary>Our augmentation: parameters drawn for each image and applied to the batch.</summary>
internal sealed class AugmentWorkload : Workload
{
    private readonly Pipeline _pipeline;
    private readonly Tensor _images;
    private readonly long[] _samples;
    private long _epoch;

    public AugmentWorkload(BenchCase bench)
    {
        RandomWarp warp = new() { Degrees = new(-180, 180), Scale = new(1 / 1.15, 1.15), Shift = new(-3, 3) };
        RandomPointElement element = new(PlaneGroup.P4m);
        _pipeline = bench.Work switch
        {
            BenchWork.Warp => new Pipeline(warp),
            BenchWork.PointElement => new Pipeline(element),
            BenchWork.Colour => new Pipeline(
                new RandomRotation { Degrees = new(-180, 180) }, new RandomScale { Factor = new(1 / 1.15, 1.15) },
                new RandomShift { Right = new(-3, 3), Down = new(-3, 3) }, new RandomFlip(),
                new BrightnessContrast { Brightness = new(-0.1, 0.1), Contrast = new(0.8, 1.25) }, new Saturation(new Interval(0.8, 1.2))),
            _ => new Pipeline(
                warp, element, new BrightnessContrast { Brightness = new(-0.1, 0.1), Contrast = new(0.8, 1.25) },
                new GaussianNoise(new Interval(0, 0.05))),
        };
        _images = Keep(rand(bench.Batch, bench.Fields, bench.Size, bench.Size));
        _samples = [.. Enumerable.Range(0, bench.Batch).Select(i => (long)i)];
    }

    public override IReadOnlyList<Contestant> Contestants =>
        [Contestant.Here(BenchColumn.Fourier, () => _pipeline.Apply(_images, _pipeline.Draw(Seed, _epoch++, _samples)))];
}
