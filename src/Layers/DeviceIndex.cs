using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// An index map of the core as a tensor, made at its first use on each device it is used on. It is derived from the types, so it
/// belongs to no state dict, and being no field of a module's own it is never converted with its parameters.
/// </summary>
internal sealed class DeviceIndex(long[] sources) : IDisposable
{
    private Tensor? _tensor;

    public void Dispose()
    {
        _tensor?.Dispose();
        _tensor = null;
    }

    internal Tensor On(Device device)
    {
        if (_tensor is null || _tensor.device_type != device.type || _tensor.device_index != device.index)
        {
            Dispose();
            _tensor = tensor(sources, device: device).DetachFromDisposeScope();
        }

        return _tensor;
    }
}
