using TorchSharp;

namespace GCnn.Augment.Tests;

/// <summary>Brings the brightest pixel to the centre: a step whose parameters are found in the image.</summary>
internal sealed record Brightest : ResamplingAugmentation
{
    public override Joints Joints => Joints.After;

    public override StepParameters Draw(SampleStream stream) => new NoParameters();

    public override StepParameters[] Resolve(torch.Tensor images, IReadOnlyList<StepParameters> parameters) =>
        [.. parameters.Select((drawn, n) => drawn is NoParameters ? Found(images[n]) : drawn)];

    public override Placement Place(StepParameters parameters, ImageSize before)
    {
        ShiftParameters shift = Own<ShiftParameters>(parameters);
        return new(Affine.Shift(shift.Right, shift.Down), before);
    }

    private static ShiftParameters Found(torch.Tensor image)
    {
        long place = image.sum(0L).argmax().item<long>();
        (double x, double y) = ImageSize.Of(image).Centre;
        return new(x - (place % image.shape[2]), y - (place / image.shape[2]));
    }
}
