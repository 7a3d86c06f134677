using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Actions;

/// <summary>Whether a tensor has the shape that its field type asks for, as sentences.</summary>
public static class FieldShape
{
    /// <summary>
    /// Refuses a tensor that is not <c>N x C x H x W</c> with the field type's channels, and over the hexagonal lattice one whose pixels
    /// are not a square of odd side <c>2R + 1</c>.
    /// </summary>
    /// <remarks>
    /// That a hexagonal field is zero outside its hexagon is not looked at, for speed; <see cref="HexagonMask"/> makes it so.
    /// <b>Shapes:</b> <c>N x type.Channels x H x W</c>; <c>H</c> and <c>W</c> at least 1; on hexagons <c>H = W = 2R + 1</c>.
    /// </remarks>
    /// <param name="x">The tensor.</param>
    /// <param name="type">Its field type.</param>
    /// <param name="name">What the message calls the tensor.</param>
    /// <exception cref="ArgumentException">
    /// The tensor has another number of axes or channels, no pixels, or on hexagons another shape than an odd square.
    /// </exception>
    public static void RequireField(Tensor x, FieldType type, string name)
    {
        RequireAxes(x, type, 4, "N x C x H x W", name);
        if (x.size(2) < 1 || x.size(3) < 1)
        {
            throw new ArgumentException($"{name}: the image is {x.size(2)} x {x.size(3)} (shape {Print(x)}); it has no pixels.");
        }

        if (type.Group.Lattice is HexagonalLattice && (x.size(2) != x.size(3) || x.size(2) % 2 == 0))
        {
            throw new ArgumentException(
                $"{name}: the image is {x.size(2)} x {x.size(3)} (shape {Print(x)}); {type.Group} acts on hexagons of some radius R, " +
                "which are stored on a square of odd side 2 R + 1. Crop or pad it, or resample the image to a hexagon.");
        }
    }

    /// <summary>Refuses a tensor that is not <c>N x C</c> with the field type's channels.</summary>
    /// <remarks><b>Shapes:</b> <c>N x type.Channels</c>.</remarks>
    /// <param name="x">The tensor.</param>
    /// <param name="type">Its field type.</param>
    /// <param name="name">What the message calls the tensor.</param>
    /// <exception cref="ArgumentException">The tensor has another number of axes or channels.</exception>
    public static void RequireVector(Tensor x, FieldType type, string name) => RequireAxes(x, type, 2, "N x C", name);

    /// <summary>A tensor's shape as <c>[8, 4, 33, 33]</c>.</summary>
    /// <param name="x">The tensor.</param>
    public static string Print(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return $"[{string.Join(", ", x.shape)}]";
    }

    private static void RequireAxes(Tensor x, FieldType type, int axes, string layout, string name)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(type);
        if (x.ndim != axes)
        {
            throw new ArgumentException(
                $"{name}: the tensor has {x.ndim} {(x.ndim == 1 ? "axis" : "axes")} (shape {Print(x)}); {layout} needs {axes}. " + Advice(x.ndim));
        }

        if (x.size(1) != type.Channels)
        {
            throw new ArgumentException(
                $"{name}: the channel axis is {x.size(1)} (shape {Print(x)}); {type} needs {type.Channels}. " +
                "Was the tensor made for another field type?");
        }
    }

    private static string Advice(long axes) => axes switch
    {
        2 => "For features without space use the methods for vectors.",
        3 => "Is the batch axis missing? unsqueeze(0) adds it.",
        4 => "For images use the methods for fields.",
        5 => "Is the group a separate axis? Fields keep it inside the channels; flatten(1, 2) puts it there.",
        _ => "Channels are the second axis.",
    };
}
