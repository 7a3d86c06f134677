using System.Numerics;
using System.Runtime.CompilerServices;

namespace GCnn.Layers;

/// <summary>The gradient to the output of a strip, and its coefficients over the group, tile by tile: what both gradients begin with.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed unsafe class OutputCoefficients<T> : IDisposable
    where T : unmanaged, INumberBase<T>
{
    private readonly CorrelationKernel<T> _kernel;
    private readonly StripLayout _layout;
    private readonly int _tile;
    private readonly nint[] _offsets;
    private readonly Scratch<T> _planes;
    private readonly Scratch<T> _rows;

    /// <summary>Takes memory for strips of a layout.</summary>
    public OutputCoefficients(CorrelationKernel<T> kernel, StripLayout layout, int tile)
    {
        (_kernel, _layout, _tile) = (kernel, layout, tile);
        int channels = kernel.Correlation.To.Channels;

        // Behind the channels is a plane of zeros, for elements that write none.
        _offsets = [.. kernel.Correlation.OutputChannels.Select(channel =>
            (channel < 0 ? channels : channel) * (nint)layout.Plane * kernel.Lanes.ElementBytes)];
        _planes = new Scratch<T>(((long)(channels + 1) * layout.Plane) + tile);
        _rows = new Scratch<T>((long)kernel.Blocks.Order * kernel.Correlation.Fields * tile);
    }

    /// <summary>The coefficients of a tile: coefficient, in the blocks' order, then field.</summary>
    public T* Rows => _rows.Start;

    /// <inheritdoc/>
    public void Dispose()
    {
        _planes.Dispose();
        _rows.Dispose();
    }

    /// <summary>Reads a strip of the gradient.</summary>
    public void Read(Strip strip, T* gradient) => StripCopy<T>.ReadOutput(
        _layout, strip, _kernel.Correlation.To.Channels, gradient, _planes.Start, _layout.Plane + _tile);

    /// <summary>Transforms the tile that begins at a place.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Transform(int first)
    {
        (int order, int fields) = (_kernel.Blocks.Order, _kernel.Correlation.Fields);
        nint stride = (nint)fields * _tile * _kernel.Lanes.ElementBytes;
        fixed (nint* offsets = _offsets)
        {
            for (int field = 0; field < fields; field++)
            {
                _kernel.Transform(_planes.Start + first, offsets + (field * order), _rows.Start + (field * _tile), stride, _tile);
            }
        }
    }
}
