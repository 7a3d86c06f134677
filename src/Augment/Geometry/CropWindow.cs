using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>A part that is cut out of an image: whole pixels, exactly.</summary>
internal static class CropWindow
{
    /// <summary>The size, if it has pixels.</summary>
    public static int RequireSide(int side, string name) => side >= 1
        ? side
        : throw new ArgumentOutOfRangeException(name, $"A crop has sides of at least 1 pixel; {name} was given as {side}.");

    /// <summary>The window of a size at an offset, as a placement.</summary>
    /// <exception cref="ArgumentException">The image is smaller than the window.</exception>
    public static Placement At(ImageSize window, ImageSize before, Func<int, int> right, Func<int, int> down)
    {
        (int spareColumns, int spareRows) = (before.Columns - window.Columns, before.Rows - window.Rows);
        return spareColumns >= 0 && spareRows >= 0
            ? new(Affine.Shift((spareColumns / 2.0) - right(spareColumns), (spareRows / 2.0) - down(spareRows)), window)
            : throw new ArgumentException(
                $"A crop to {window} needs an image at least as large; this one is {before}. Pad it first, or crop to less.",
                nameof(before));
    }

    /// <summary>Cuts each image's window out.</summary>
    public static Tensor Cut(Tensor images, Placement[] windows)
    {
        using DisposeScope scope = NewDisposeScope();
        (double right, double down) = ImageSize.Of(images).Centre;
        return cat([.. windows.Select((window, n) => images
            .narrow(0, n, 1)
            .narrow(2, (long)(down - window.After.Centre.Y - window.Map.F), window.After.Rows)
            .narrow(3, (long)(right - window.After.Centre.X - window.Map.E), window.After.Columns))]).MoveToOuterDisposeScope();
    }
}
