namespace GCnn.Layers;

/// <summary>The size of an image in pixels. A hexagon of radius <c>R</c> is stored on a square of side <c>2R + 1</c>.</summary>
/// <param name="Rows">The height.</param>
/// <param name="Columns">The width.</param>
public readonly record struct ImageSize(int Rows, int Columns)
{
    /// <summary>The longest side of an image for which nets are certified and summarised; the work grows with the sides.</summary>
    public const int MaximumSide = 16_384;

    /// <summary>Height and width, such as <c>33 x 65</c>.</summary>
    public override string ToString() => $"{Rows} x {Columns}";
}
