using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>For each pair of positions <c>(p, q)</c> of an image the place of the offset <c>q − p</c> in a table on a window.</summary>
/// <param name="rows">The odd height of the window.</param>
/// <param name="columns">The odd width of the window.</param>
internal sealed class RelativeSlots(int rows, int columns) : IDisposable
{
    private DeviceIndex? _slots;
    private (long Rows, long Columns) _size;

    public void Dispose()
    {
        _slots?.Dispose();
        _slots = null;
    }

    /// <summary>The numbers of the pairs, 0 where the offset leaves the window. The caller owns the scope.</summary>
    /// <remarks><b>Shapes:</b> <c>heads x rows x columns</c> to <c>heads x H W x H W</c>.</remarks>
    internal Tensor Gather(Tensor table, long height, long width)
    {
        Tensor flat = table.flatten(1), extended = cat([flat, flat.new_zeros([flat.size(0), 1])], 1);
        if (_slots is null || _size != (height, width))
        {
            _slots?.Dispose();
            (_slots, _size) = (new DeviceIndex(Slots((int)height, (int)width)), (height, width));
        }

        return extended.index_select(1, _slots.On(table.device)).view(table.size(0), height * width, height * width);
    }

    /// <summary>The place of each offset, or the one behind the last.</summary>
    private long[] Slots(int height, int width)
    {
        long[] slots = new long[height * width * height * width];
        int next = 0;
        for (int p = 0; p < height * width; p++)
        {
            for (int q = 0; q < height * width; q++)
            {
                (int row, int column) = ((q / width) - (p / width) + (rows / 2), (q % width) - (p % width) + (columns / 2));
                bool inside = row >= 0 && row < rows && column >= 0 && column < columns;
                slots[next++] = inside ? (row * columns) + column : rows * columns;
            }
        }

        return slots;
    }
}
