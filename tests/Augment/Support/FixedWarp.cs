namespace GCnn.Augment.Tests;

/// <summary>A warp by one map, with an output of any size.</summary>
internal sealed record FixedWarp(Affine Map, ImageSize? After = null) : ResamplingAugmentation
{
    public override StepParameters Draw(SampleStream stream) => new NoParameters();

    public override Placement Place(StepParameters parameters, ImageSize before) => new(Map, After ?? before);
}
