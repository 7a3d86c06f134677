namespace GCnn.Augment;

/// <summary>
/// What geometric steps do to one image: where its pixels go and how large it is then. Labels move by the same record.
/// </summary>
/// <param name="Map">The map of places, from the centre of the input to the centre of the output.</param>
/// <param name="After">The size of the output.</param>
public readonly record struct Placement(Affine Map, ImageSize After)
{
    private static readonly Affine ToScreen = new(1, 0.5, 0, Math.Sqrt(0.75), 0, 0);
    private static readonly Affine FromScreen = ToScreen.Inverse;

    /// <summary>
    /// Whether the image is a hexagon, whose rows and columns are axial coordinates (CONVENTIONS.md); <see cref="Map"/> then is in them.
    /// </summary>
    public bool IsHexagonal { get; init; }

    /// <summary>The map as it is seen on screen: <see cref="Map"/> itself, but on hexagons in the coordinates of the plane.</summary>
    public Affine OnScreen => IsHexagonal ? ToScreen * Map * FromScreen : Map;

    /// <summary>An image that stays as it is.</summary>
    /// <param name="size">Its size.</param>
    public static Placement Unmoved(ImageSize size) => new(Affine.Identity, size);

    /// <summary>This placement, then another.</summary>
    /// <param name="next">The placement of the output, applied second.</param>
    public Placement Then(Placement next) => new(next.Map * Map, next.After) { IsHexagonal = IsHexagonal || next.IsHexagonal };

    /// <summary>The map and the size.</summary>
    public override string ToString() => $"{Map}, {After}";
}
