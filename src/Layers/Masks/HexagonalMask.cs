using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The image on its hexagon, or on a smaller one, and zeros outside: a field over a hexagonal plane group.</summary>
/// <remarks>
/// Layers over hexagonal plane groups take images that are zero outside; those that come from elsewhere go through this first. It
/// selects and does not multiply, so a NaN outside leaves nothing behind. It commutes with every point element exactly and with no shift.
/// <b>Shapes:</b> those of the input. Source: [Hoogeboom2018].
/// </remarks>
public sealed partial class HexagonalMask : EquivariantModule, IGeometric
{
    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations over a hexagonal plane group.</param>
    /// <param name="margin">How many steps the hexagon is smaller than the image, at least 0.</param>
    /// <exception cref="ArgumentException">The plane group acts on squares.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative.</exception>
    public HexagonalMask(FieldType type, int margin = 0)
        : base(nameof(HexagonalMask), type, type)
    {
        RequireAtLeast(0, margin, nameof(HexagonalMask), nameof(margin));
        if (!OnHexagons)
        {
            throw new ArgumentException(
                $"{nameof(HexagonalMask)}: {type.Group} acts on squares, of which it takes some hexagons to others. Use DiscMask there.",
                nameof(type));
        }

        Margin = margin;
    }

    /// <summary>How many steps the hexagon is smaller than the image.</summary>
    public int Margin { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new MaskGeometry();

    /// <summary>Masks.</summary>
    /// <param name="input">A tensor with the channels of the type, on a square of odd side; what it holds outside is not looked at.</param>
    /// <exception cref="ArgumentException">The tensor is not of the type, or the margin leaves nothing of it.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        int radius = HexagonMask.RadiusOf(input) - Margin;
        if (radius < 0)
        {
            throw new ArgumentException(
                $"{GetName()}: a margin of {Margin} steps leaves nothing of a hexagon of radius {radius + Margin}. Choose a smaller one.",
                nameof(input));
        }

        using var scope = NewDisposeScope();
        Tensor inner = input.narrow(2, Margin, (2 * radius) + 1).narrow(3, Margin, (2 * radius) + 1);
        return nn.functional.pad(Hexagon.Apply(inner), [Margin, Margin, Margin, Margin]).MoveToOuterDisposeScope();
    }
}
