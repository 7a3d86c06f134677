using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public ScalarType dtype => (ScalarType)Info().ScalarType;

        public Device device
        {
            get
            {
                var info = Info();
                return info.DeviceType == 0 ? CPU : new Device((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        public DeviceType device_type => (DeviceType)Info().DeviceType;

        public int device_index => Info().DeviceIndex;

        public long ndim => Info().Dimensions;

        public long Dimensions => ndim;

        public long NumberOfElements => Info().Elements;

        public long ElementSize => Info().ElementSize;

        public long[] shape => size();

        public bool is_leaf => Info().IsLeaf != 0;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public long numel() => NumberOfElements;

        public long dim() => ndim;

        public long element_size() => ElementSize;

        public bool is_contiguous() => Info().IsContiguous != 0;

        public long[] size() => Geometry().sizes;

        public long size(int dim) => At(size(), dim);

        public long[] stride() => Geometry().strides;

        public long stride(int dim) => At(stride(), dim);

        public bool is_floating_point() => dtype is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

        public override string ToString()
        {
            if (IsInvalid) return "[disposed tensor]";
            return $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";
        }

        internal Native.TensorInfo Info()
        {
            Native.Check(Native.gcnn_tensor_info(Handle, out var info));
            GC.KeepAlive(this);
            return info;
        }

        private unsafe (long[] sizes, long[] strides) Geometry()
        {
            var n = Info().Dimensions;
            var (sizes, strides) = (new long[n], new long[n]);
            fixed (long* a = sizes, b = strides) Native.Check(Native.gcnn_tensor_sizes(Handle, a, b));
            GC.KeepAlive(this);
            return (sizes, strides);
        }

        private static long At(long[] list, int dim)
        {
            var i = dim < 0 ? dim + list.Length : dim;
            if ((uint)i < (uint)list.Length) return list[i];
            throw new ArgumentOutOfRangeException(
                nameof(dim), $"Dimension {dim} of a tensor with {list.Length} dimensions; use {-list.Length} to {list.Length - 1}.");
        }
    }
}
