using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Actions;

/// <summary>Whether a tensor has the shape that its field type asks for, as sentences.</summary>
public static class FieldShape
{
    /// <summary>Refuses a tensor that is not <c>N x C x H x W</c> with the field type's channels.</summary>
    /// <remarks><b>Shapes:</b> <c>N x type.Channels x H x W</c>; <c>H</c> and <c>W</c> at least 1.</remarks>
    /// <param name="x">The tensor.</param>
    /// <param name="type">Its field type.</param>
    /// <param name="name">What the message calls the tensor.</param>
    /// <exception cref="ArgumentException">The tensor has another number of axes or channels, or no pixels.</exception>
    public static void RequireField(Tensor x, FieldType type, string name)
    {
        RequireAxes(x, type, 4, "N x C x H x W", name);
        if (x.size(2) < 1 || x.size(3) < 1)
        {
            throw new ArgumentException($"{name}: the image is {x.size(2)} x {x.size(3)} (shape {Print(x)}); it has no pixels.");
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
                $"{name}: the tensor has {x.ndim} axes (shape {Print(x)}); {layout} needs {axes}. " + Advice(x.ndim));
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
