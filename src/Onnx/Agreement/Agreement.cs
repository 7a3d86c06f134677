using static TorchSharp.torch;

namespace GCnn.Onnx;

/// <summary>How near two implementations of one model come.</summary>
/// <param name="Images">On how many images they were compared.</param>
/// <param name="Difference">The largest difference between two numbers; not a number where only one of both is.</param>
/// <param name="Scale">The largest number, by its size.</param>
public sealed record Agreement(long Images, double Difference, double Scale)
{
    /// <summary>The largest difference that is allowed, as a fraction of the scale.</summary>
    public const double Allowed = 1e-5;

    /// <summary>Nothing compared yet.</summary>
    public static Agreement None { get; } = new(0, 0, 0);

    /// <summary>The difference as a fraction of the scale.</summary>
    public double Relative => Difference / Scale;

    /// <summary>Whether something was compared, there was something to see, and the difference is allowed.</summary>
    public bool Holds => Images > 0 && Scale > 0 && Relative <= Allowed;

    /// <summary>Compares the answers to a batch.</summary>
    /// <param name="ours">Those of one implementation.</param>
    /// <param name="theirs">Those of the other.</param>
    /// <exception cref="ArgumentException">They have different shapes.</exception>
    public static Agreement Of(Tensor ours, Tensor theirs)
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(theirs);
        if (!ours.shape.AsSpan().SequenceEqual(theirs.shape))
        {
            throw new ArgumentException(
                $"Agreement: answers of shape [{string.Join(", ", ours.shape)}] and [{string.Join(", ", theirs.shape)}] cannot be " +
                "compared; is the file of another net?",
                nameof(theirs));
        }

        using var scope = NewDisposeScope();
        Tensor a = ours.to(ScalarType.Float64), b = theirs.to(ScalarType.Float64);
        return new Agreement(ours.size(0), (a - b).abs().max().item<double>(), a.abs().max().item<double>());
    }

    /// <summary>Both comparisons as one.</summary>
    /// <param name="other">That of other images.</param>
    public Agreement And(Agreement other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Agreement(Images + other.Images, Math.Max(Difference, other.Difference), Math.Max(Scale, other.Scale));
    }

    /// <summary>The figures.</summary>
    public override string ToString() =>
        $"{Difference:0.0e0} of {Scale:0.0##}, {Relative:0.0e0} of the scale, over {Images} {(Images == 1 ? "image" : "images")}";
}
