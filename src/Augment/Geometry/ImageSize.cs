using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Height and width of an image in pixels.</summary>
/// <param name="Rows">The height.</param>
/// <param name="Columns">The width.</param>
public readonly record struct ImageSize(int Rows, int Columns)
{
    /// <summary>The place of the centre, <c>((Columns − 1) / 2, (Rows − 1) / 2)</c>, counted from the centre of the first pixel.</summary>
    public (double X, double Y) Centre => ((Columns - 1) / 2.0, (Rows - 1) / 2.0);

    /// <summary>Height and width exchanged, as by a quarter turn.</summary>
    public ImageSize Turned => new(Columns, Rows);

    /// <summary>The size of the images of a tensor: its last two axes.</summary>
    /// <remarks><b>Shapes:</b> <c>… x H x W</c>.</remarks>
    /// <param name="images">The tensor.</param>
    public static ImageSize Of(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return new((int)images.shape[^2], (int)images.shape[^1]);
    }

    /// <summary>The size as <c>H x W</c>.</summary>
    public override string ToString() => $"{Rows} x {Columns}";
}
