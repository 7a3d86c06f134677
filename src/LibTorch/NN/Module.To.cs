namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public Module _to(Tensor other, bool non_blocking) => _to(other.device, other.dtype, non_blocking);

            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                _toEpilog(dtype, device, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                _toEpilog(dtype, null, non_blocking);
                return this;
            }

            /// <summary>
            /// Converts the module and those below it. Each tensor keeps its identity and gets new elements behind it, so fields,
            /// properties, names and optimisers that hold it need not be told. Only floating-point tensors change their type.
            /// </summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (dtype is { } type && !IsFloatingPoint(type))
                {
                    throw new ArgumentException(
                        $"A module's tensors become floating-point ones or stay what they are; {type} is none.", nameof(dtype));
                }

                foreach (var (_, child) in named_children())
                {
                    if (device is null) child._to(dtype!.Value, non_blocking);
                    else if (dtype is null) child._to(device.type, device.index, non_blocking);
                    else child._to(device, dtype.Value, non_blocking);
                }

                using var scope = NewDisposeScope();
                using var noGrad = no_grad();
                foreach (var parameter in internalParameters.Values) Convert(parameter, dtype, device, non_blocking);
                foreach (var (tensor, _) in internalBuffers.Values) Convert(tensor, dtype, device, non_blocking);
            }

            private static bool IsFloatingPoint(ScalarType type) =>
                type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

            private static void Convert(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                var type = dtype is { } wanted && tensor.is_floating_point() ? wanted : tensor.dtype;
                var place = device ?? tensor.device;
                var isThere = place.type == tensor.device_type && (place.type == DeviceType.CPU || place.index == tensor.device_index);
                if (type == tensor.dtype && isThere) return;

                // The gradient must always fit its tensor, so it goes before the change and comes back after it.
                var grad = tensor.grad;
                tensor.grad = null;
                tensor.SetData(tensor.detach().to(type, place, non_blocking: non_blocking));
                if (grad is not null) tensor.grad = grad.to(type, place, non_blocking: non_blocking);
            }
        }
    }
}
