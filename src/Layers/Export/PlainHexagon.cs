using GCnn.Actions;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The image on the hexagon that a square of odd side <c>2R + 1</c> holds, the pixels with <c>max(|x|, |y|, |x + y|) ≤ R</c> counted from
/// the centre, or on a smaller one, and another value elsewhere.
/// </summary>
/// <remarks>
/// It selects and does not multiply. In ONNX it is <c>Where</c> with a constant mask. <b>Shapes:</b> <c>N x C x (2R + 1) x (2R + 1)</c> to
/// the same.
/// </remarks>
public sealed class PlainHexagon : nn.Module<Tensor, Tensor>
{
    private readonly HexagonMask _mask = new();

    /// <summary>Builds the module.</summary>
    /// <param name="margin">How much smaller the hexagon's radius is than <c>R</c>, at least 0.</param>
    /// <param name="outside">The value elsewhere.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative.</exception>
    public PlainHexagon(int margin = 0, double outside = 0)
        : base(nameof(PlainHexagon))
    {
        EquivariantModule.RequireAtLeast(0, margin, nameof(PlainHexagon), nameof(margin));
        (Margin, Outside) = (margin, outside);
    }

    /// <summary>How much smaller the hexagon's radius is than that of the square.</summary>
    public int Margin { get; }

    /// <summary>The value outside the hexagon.</summary>
    public double Outside { get; }

    /// <summary>Masks.</summary>
    /// <param name="input">An image on a square of odd side.</param>
    /// <exception cref="ArgumentException">It is not on a square of odd side, or the margin leaves nothing of it.</exception>
    public override Tensor forward(Tensor input)
    {
        int radius = HexagonMask.RadiusOf(input) - Margin;
        if (Margin == 0)
        {
            return _mask.Apply(input, Outside);
        }

        if (radius < 0)
        {
            throw new ArgumentException(
                $"PlainHexagon: a margin of {Margin} leaves nothing of an image of {input.size(2)} x {input.size(3)} pixels.",
                nameof(input));
        }

        using var scope = NewDisposeScope();
        Tensor inner = input.narrow(2, Margin, (2 * radius) + 1).narrow(3, Margin, (2 * radius) + 1);
        return nn.functional.pad(_mask.Apply(inner, Outside), [Margin, Margin, Margin, Margin], value: Outside).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _mask.Dispose();
        }

        base.Dispose(disposing);
    }
}
