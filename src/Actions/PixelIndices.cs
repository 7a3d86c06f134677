using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Actions;

/// <summary>The gather index of an element for each image size and device it has been asked for, kept until disposed.</summary>
internal sealed class PixelIndices : IDisposable
{
    private readonly Dictionary<(PlaneGroupElement, long Rows, long Columns, string Device), (Tensor, int, int)> _kept = [];
    private readonly Lock _gate = new();

    /// <summary>The index over row-major pixels of <c>... x H x W</c>, with the height and width of the result.</summary>
    public (Tensor Index, int Rows, int Columns) For(PlaneGroupElement element, Tensor field)
    {
        var key = (element, field.shape[^2], field.shape[^1], field.device.ToString());
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out (Tensor, int, int) found))
            {
                GridAction grid = GridAction.For(element, (int)field.shape[^2], (int)field.shape[^1]);
                Tensor index = tensor(grid.Map.Sources.ToArray(), dtype: ScalarType.Int64, device: field.device);
                found = (index.DetachFromDisposeScope(), grid.OutputRows, grid.OutputColumns);
                _kept.Add(key, found);
            }

            return found;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach ((Tensor index, _, _) in _kept.Values)
            {
                index.Dispose();
            }

            _kept.Clear();
        }
    }
}
