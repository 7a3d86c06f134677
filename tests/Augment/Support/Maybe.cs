using TorchSharp;

namespace GCnn.Augment.Tests;

/// <summary>A combinator: some steps with probability ½, else none.</summary>
internal sealed record Maybe(params Augmentation[] Children) : Augmentation
{
    public override bool IsGeometric => false;

    public override StepParameters Draw(SampleStream stream) =>
        new Drawn(stream.NextBool(), [.. Children.Select(child => child.Draw(stream))]);

    public override IReadOnlyList<DrawnStep> Expand(StepParameters parameters) => parameters is Drawn { Happens: true } drawn
        ? [.. Children.Zip(drawn.Steps, (child, step) => new DrawnStep(child, step))]
        : [];

    public override StepParameters Collect(StepParameters parameters, IReadOnlyList<StepParameters> steps) =>
        parameters is Drawn { Happens: true } drawn ? drawn with { Steps = [.. steps] } : parameters;

    public override torch.Tensor Apply(torch.Tensor images, IReadOnlyList<StepParameters> parameters) => throw new NotSupportedException();

    internal sealed record Drawn(bool Happens, StepParameters[] Steps) : StepParameters
    {
        public override bool IsReflection => Happens && Steps.Count(step => step.IsReflection) % 2 == 1;
    }
}
