using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The sizes that plain TorchSharp modules make, and their multiply-adds.</summary>
internal static class PlainLayers
{
    /// <summary>A module's name, and where it stands.</summary>
    public static string Place(nn.Module module, string path) => path.Length == 0 ? module.GetName() : $"{module.GetName()} at {path}";

    /// <summary>The image after a module that stands at a place; null where the module is not known here.</summary>
    /// <exception cref="ArgumentException">It takes other channels than arrive, or the image has no room for its windows.</exception>
    public static PlainState? After(nn.Module module, string place, PlainState state) => module switch
    {
        Linear linear => Fed(place, state, linear.in_features) with { Channels = linear.out_features },
        Conv2d convolution when Geometry(convolution) is { } windows =>
            Windowed(place, Fed(place, state, convolution.in_channels), windows) with { Channels = convolution.out_channels },
        MaxPool2d { ceil_mode: false } pool when Geometry(pool.kernel_size, pool.stride, pool.padding, pool.dilation) is { } windows =>
            Windowed(place, state, windows),
        AvgPool2d { ceil_mode: false } pool when Geometry(pool.kernel_size, pool.stride, pool.padding, [1, 1]) is { } windows =>
            Windowed(place, state, windows),
        AdaptiveAvgPool2d pool => Adapted(place, state, pool.output_size),
        AdaptiveMaxPool2d pool => Adapted(place, state, pool.output_size),
        Flatten => new PlainState(null, state.Channels * state.Positions, state.View is { } view ? view with { SeesAll = true } : null),
        BatchNorm or Dropout or Dropout2d or Identity or ReLU or ELU or GELU or LeakyReLU or SiLU or Sigmoid or Softplus or Tanh => state,
        _ => null,
    };

    /// <summary>The multiply-adds with weights; null where the module is not known here.</summary>
    public static long? MultiplyAdds(nn.Module module, PlainState? after) => (module, after) switch
    {
        (_, null) => null,
        (Linear linear, _) => after.Positions * linear.in_features * linear.out_features,
        (Conv2d convolution, _) => after.Positions * convolution.weight.numel(),
        _ => 0,
    };

    private static PlainState Fed(string place, PlainState shape, long channels) => shape.Channels is null || shape.Channels == channels
        ? shape
        : throw new ArgumentException($"Summary: {place} takes {channels} channels; {shape.Channels} arrive.", nameof(shape));

    private static WindowGeometry? Geometry(Conv2d convolution) => convolution.padding is { } padding
        ? Geometry(convolution.kernel_size, convolution.stride, padding, convolution.dilation)
        : null;

    /// <summary>The geometry of windows with one stride, padding and dilation for both axes.</summary>
    private static WindowGeometry? Geometry(long[] kernel, long[] stride, long[] padding, long[] dilation) =>
        Array.TrueForAll([stride, padding, dilation], both => both[0] == both[^1])
            ? new WindowGeometry((int)kernel[0], (int)kernel[^1], (int)stride[0], (int)padding[0], (int)dilation[0])
            : null;

    private static PlainState Windowed(string place, PlainState shape, WindowGeometry windows)
    {
        ImageSize size = SizeOf(place, shape);
        (WindowAxis rows, WindowAxis columns) = GeometryWalk.Axes(windows, size);
        return rows.Room >= 0 && columns.Room >= 0
            ? shape with { Size = new(rows.Places, columns.Places), View = shape.View?.Through(windows, size, hexagonal: false) }
            : throw new ArgumentException(
                $"Summary: {place}: an image of {size} pixels with padding {windows.Padding} has no room for windows of " +
                $"{rows.Extent} x {columns.Extent}. Give the net a larger image.",
                nameof(shape));
    }

    private static PlainState Adapted(string place, PlainState shape, long[] sides)
    {
        (ImageSize size, ImageSize places) = (SizeOf(place, shape), new((int)sides[0], (int)sides[^1]));
        AdaptiveGeometry geometry = new(places.Rows, places.Columns);
        return shape with { Size = places, View = shape.View?.Through(geometry, size, hexagonal: false) };
    }

    private static ImageSize SizeOf(string place, PlainState shape) => shape.Size
        ?? throw new ArgumentException($"Summary: {place} takes images; what arrives has no positions any more.", nameof(shape));
}
