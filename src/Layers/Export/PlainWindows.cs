using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The maximum or the weighted sum of each window, of each channel by itself, where the windows are given by the numbers of their pixels:
/// any shape and any places, made for each size of images that it meets.
/// </summary>
/// <remarks>
/// Places outside the image never win and add nothing. In ONNX, for one size of images, it is <c>Pad</c>, <c>Gather</c>, and
/// <c>ReduceMax</c> or <c>MatMul</c>, between two of <c>Reshape</c>. <b>Shapes:</b> <c>N x C x H x W -> N x C x H' x W'</c>.
/// </remarks>
public sealed class PlainWindows : nn.Module<Tensor, Tensor>
{
    private readonly Lock _gate = new();
    private readonly Func<int, int, PixelWindows> _windows;
    private readonly Dictionary<(int Rows, int Columns), (PixelWindows Windows, DeviceIndex Sources, DeviceConstant Weights)> _kept = [];

    internal PlainWindows(PoolingKind kind, Func<int, int, PixelWindows> windows)
        : base(nameof(PlainWindows)) => (Kind, _windows) = (kind, windows);

    /// <summary>Maximum, or weighted sum.</summary>
    public PoolingKind Kind { get; }

    /// <summary>The windows of images of one size.</summary>
    /// <param name="rows">The height of the images.</param>
    /// <param name="columns">The width of the images.</param>
    public PixelWindows WindowsOf(int rows, int columns) => Keep(rows, columns).Windows;

    /// <summary>Pools.</summary>
    /// <param name="input">The image.</param>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        (PixelWindows windows, DeviceIndex sources, DeviceConstant weights) = Keep((int)input.size(2), (int)input.size(3));
        using var scope = NewDisposeScope();
        Tensor pixels = nn.functional.pad(input.flatten(2), [0, 1], value: Kind == PoolingKind.Max ? double.NegativeInfinity : 0);
        Tensor places = pixels.index_select(2, sources.On(input.device))
            .reshape(input.size(0), input.size(1), windows.Weights.Count, windows.Rows * windows.Columns);
        Tensor pooled = Kind == PoolingKind.Max ? places.amax(2) : weights.Like(input).matmul(places);
        return pooled.reshape(input.size(0), input.size(1), windows.Rows, windows.Columns).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach ((_, DeviceIndex sources, DeviceConstant weights) in _kept.Values)
            {
                sources.Dispose();
                weights.Dispose();
            }

            _kept.Clear();
        }

        base.Dispose(disposing);
    }

    private (PixelWindows Windows, DeviceIndex Sources, DeviceConstant Weights) Keep(int rows, int columns)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue((rows, columns), out var kept))
            {
                PixelWindows windows = _windows(rows, columns);
                kept = (windows, new DeviceIndex([.. windows.Sources]), new DeviceConstant([.. windows.Weights], [1, windows.Weights.Count]));
                _kept.Add((rows, columns), kept);
            }

            return kept;
        }
    }
}
