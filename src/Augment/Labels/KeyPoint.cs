namespace GCnn.Augment;

/// <summary>A place in an image, counted from the centre of its first pixel: <c>(0, 0)</c> is the middle of the upper left pixel.</summary>
/// <param name="Column">To the right; not necessarily whole.</param>
/// <param name="Row">Downwards.</param>
public readonly record struct KeyPoint(double Column, double Row)
{
    /// <summary>Where the place is after the image has moved. It may then be outside.</summary>
    /// <param name="placement">How the image moved, such as <see cref="Pipeline.Place"/> says.</param>
    /// <param name="before">The image's size before.</param>
    public KeyPoint Moved(Placement placement, ImageSize before)
    {
        (double x, double y) = before.Centre;
        (double toX, double toY) = placement.Map.Apply(Column - x, Row - y);
        (double afterX, double afterY) = placement.After.Centre;
        return new(toX + afterX, toY + afterY);
    }

    /// <summary>Whether the place is on a pixel of an image, up to its outer edge.</summary>
    /// <param name="size">The image's size.</param>
    public bool IsInside(ImageSize size) =>
        Column >= -0.5 && Row >= -0.5 && Column < size.Columns - 0.5 && Row < size.Rows - 0.5;
}
