using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Actions;

/// <summary>
/// Which cells of the square of side <c>2R + 1</c>, on which a hexagonal image is stored, belong to the hexagon of radius <c>R</c>, as
/// tensors: the mask of <see cref="HexagonalDomain"/>.
/// </summary>
/// <remarks>
/// A field over a hexagonal plane group is zero on the rest of the square; what might break this masks its result. The object keeps the
/// mask of each radius and device it has met; it may be used from several threads.
/// </remarks>
public sealed class HexagonMask : IDisposable
{
    private readonly Dictionary<(int Radius, string Device), Tensor> _kept = [];
    private readonly Lock _gate = new();

    /// <summary>The radius <c>R</c> of a hexagonal image, from the last two axes of its tensor.</summary>
    /// <remarks><b>Shapes:</b> <c>… x (2R + 1) x (2R + 1)</c>.</remarks>
    /// <param name="image">The image.</param>
    /// <exception cref="ArgumentException">The last two axes are not a square of odd side.</exception>
    public static int RadiusOf(Tensor image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image.ndim >= 2 && image.shape[^1] == image.shape[^2] && image.shape[^1] % 2 == 1
            ? (int)(image.shape[^1] / 2)
            : throw new ArgumentException(
                $"A hexagonal image of radius R is stored on a square of odd side 2 R + 1; this tensor has the shape " +
                $"{FieldShape.Print(image)}. Crop or pad it, or resample the image to a hexagon.",
                nameof(image));
    }

    /// <summary>The mask of a radius: true on the hexagon's cells.</summary>
    /// <remarks><b>Shapes:</b> <c>(2R + 1) x (2R + 1)</c>, boolean.</remarks>
    /// <param name="radius">The radius <c>R</c> in cells, at least 0.</param>
    /// <param name="device">Where the mask is to be; the CPU if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative.</exception>
    public static Tensor Of(int radius, Device? device = null)
    {
        HexagonalDomain hexagon = new(radius);
        return tensor(hexagon.Mask.ToArray(), [hexagon.RowLength, hexagon.RowLength], device: device);
    }

    /// <summary>The image on the hexagon, and another value outside. Differentiable; no gradient passes outside.</summary>
    /// <remarks><b>Shapes:</b> <c>… x (2R + 1) x (2R + 1)</c> to the same.</remarks>
    /// <param name="image">The image.</param>
    /// <param name="outside">The value of the cells outside, zero for a field.</param>
    /// <exception cref="ArgumentException">The last two axes are not a square of odd side.</exception>
    public Tensor Apply(Tensor image, double outside = 0)
    {
        using var scope = NewDisposeScope();
        return Apply(image, tensor(outside, dtype: image.dtype, device: image.device)).MoveToOuterDisposeScope();
    }

    /// <summary>The image on the hexagon, and values of another tensor outside. Differentiable to both.</summary>
    /// <remarks>
    /// It selects and does not multiply: an infinity outside leaves no NaN behind.
    /// <b>Shapes:</b> <c>… x (2R + 1) x (2R + 1)</c> to the same; <paramref name="outside"/> is broadcast to it.
    /// </remarks>
    /// <param name="image">The image.</param>
    /// <param name="outside">The values of the cells outside, of the image's element type.</param>
    /// <exception cref="ArgumentException">The last two axes are not a square of odd side.</exception>
    public Tensor Apply(Tensor image, Tensor outside) => where(Kept(RadiusOf(image), image.device), image, outside);

    /// <summary>Releases the kept masks.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (Tensor mask in _kept.Values)
            {
                mask.Dispose();
            }

            _kept.Clear();
        }
    }

    private Tensor Kept(int radius, Device device)
    {
        var key = (radius, device.ToString());
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out Tensor? mask))
            {
                mask = Of(radius, device).DetachFromDisposeScope();
                _kept.Add(key, mask);
            }

            return mask;
        }
    }
}
