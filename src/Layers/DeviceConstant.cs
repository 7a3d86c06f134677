using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Numbers derived from the types, as a tensor of the type and on the device of the tensor they meet. Like <see cref="DeviceIndex"/> it
/// belongs to no state dict.
/// </summary>
internal sealed class DeviceConstant(double[] values, long[] shape) : IDisposable
{
    private Tensor? _tensor;

    public void Dispose()
    {
        _tensor?.Dispose();
        _tensor = null;
    }

    internal Tensor Like(Tensor other)
    {
        if (_tensor is null || _tensor.dtype != other.dtype || _tensor.device_type != other.device_type
            || _tensor.device_index != other.device_index)
        {
            Dispose();
            _tensor = tensor(values, shape, other.dtype, other.device).DetachFromDisposeScope();
        }

        return _tensor;
    }
}
