using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Which of every <c>k</c> neighbouring channels is the largest: 1 there and 0 elsewhere, shared where several are.</summary>
/// <remarks>
/// In ONNX it is <c>Reshape</c>, <c>ReduceMax</c>, <c>Equal</c>, <c>Cast</c>, <c>ReduceSum</c>, <c>Div</c> and <c>Reshape</c>.
/// <b>Shapes:</b> <c>N x C x H x W</c> to the same; <c>k</c> divides <c>C</c>.
/// </remarks>
public sealed class PlainWinners : nn.Module<Tensor, Tensor>
{
    /// <summary>Builds the module.</summary>
    /// <param name="count">The number <c>k</c> of channels that are compared, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public PlainWinners(int count)
        : base(nameof(PlainWinners))
    {
        EquivariantModule.RequireAtLeast(1, count, nameof(PlainWinners), nameof(count));
        Count = count;
    }

    /// <summary>The number of channels that are compared.</summary>
    public int Count { get; }

    /// <summary>Compares the channels.</summary>
    /// <param name="input">The image.</param>
    /// <exception cref="ArgumentException">The number of channels is no multiple of <see cref="Count"/>.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.size(1) % Count != 0)
        {
            throw new ArgumentException(
                $"PlainWinners compares {Count} channels at a time; the input's {input.size(1)} are no multiple of that.", nameof(input));
        }

        using var scope = NewDisposeScope();
        Tensor runs = input.reshape(input.size(0), input.size(1) / Count, Count, input.size(2), input.size(3));
        Tensor attained = runs.eq(runs.amax(2).unsqueeze(2)).to(input.dtype);
        return (attained / attained.sum(2, keepdim: true)).reshape(input.shape).MoveToOuterDisposeScope();
    }
}
