namespace GCnn.Experiments.Bench;

/// <summary>One thing to measure.</summary>
/// <param name="Work">What is done: a convolution, a net, an augmentation.</param>
/// <param name="Group">The point group, C_n or D_n.</param>
/// <param name="Fields">
/// Regular fields of input and output; of a net those of its first convolution; of an augmentation the images' channels.
/// </param>
/// <param name="Size">The side of the images in pixels.</param>
/// <param name="Batch">The images of a batch.</param>
/// <param name="Pass">Forward or step.</param>
/// <param name="Threads">The threads to compute with.</param>
public sealed record BenchCase(string Work, string Group, int Fields, int Size, int Batch, BenchPass Pass, int Threads = 1)
{
    private const int SmallSize = 9;

    /// <summary>The case in words.</summary>
    public string Title =>
        $"{Work} {Group}, {Fields} fields, {Size}x{Size}, batch {Batch}, {PassName}, {Threads} {(Threads == 1 ? "thread" : "threads")}";

    /// <summary>The same layers on one small image; a net that pads nothing needs images of its size.</summary>
    internal BenchCase Small => this with { Batch = 1, Size = Work == BenchWork.P4Cnn ? Size : Math.Min(Size, SmallSize) };

    /// <summary>The pass as JSON has it.</summary>
    public string PassName => Pass == BenchPass.Forward ? "forward" : "step";
}
