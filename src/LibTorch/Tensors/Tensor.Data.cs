using System.Runtime.CompilerServices;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements' bytes, in row-major order. Only for contiguous tensors on the CPU.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                var info = Info();
                if (info.DeviceType != 0 || info.IsContiguous == 0)
                {
                    throw new InvalidOperationException(
                        $"The bytes of {this} are not one block in the CPU's memory; call .cpu().contiguous() first.");
                }

                return new Span<byte>((void*)info.Data, checked((int)(info.Elements * info.ElementSize)));
            }
            set => value.CopyTo(bytes);
        }

        public TensorAccessor<T> data<T>()
            where T : struct => new(this);

        /// <summary>The only element.</summary>
        public T item<T>()
            where T : struct
        {
            if (NumberOfElements != 1)
            {
                throw new ArgumentException($"item() needs a tensor with one element; this one is {this}.");
            }

            using var block = contiguous();
            return block.data<T>()[new long[block.ndim]];
        }

        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Bool => item<bool>(),
            ScalarType.Byte => item<byte>(),
            var other => throw new NotSupportedException($"ToScalar: a {other} tensor; convert it first, for instance with .to(torch.float64)."),
        };

        public Tensor clone() => Aten.Call("clone", this);

        public Tensor contiguous() => Aten.Call("contiguous", this);

        public Tensor copy_(Tensor source, bool nonBlocking = false) => Aten.CallInPlace("copy_", this, source, nonBlocking);

        public Tensor cpu() => to(CPU);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(disposeAfter, Aten.Call("to.dtype", this, type, non_blocking, copy));

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(disposeAfter, Aten.Call("to.device", this, device, dtype, non_blocking, copy));

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(disposeAfter, Aten.Call("to.device", this, device, type, non_blocking, copy));

        public Tensor to(Tensor other, bool non_blocking = false) => Aten.Call("to.other", this, other, non_blocking);

        public Tensor type_as(Tensor tensor) => to(tensor.dtype);

        public Tensor @float() => to(ScalarType.Float32);

        public Tensor @double() => to(ScalarType.Float64);

        public Tensor @long() => to(ScalarType.Int64);

        public Tensor @int() => to(ScalarType.Int32);

        public Tensor @bool() => to(ScalarType.Bool);

        public Tensor @byte() => to(ScalarType.Byte);

        internal static ScalarType TypeOf<T>() => Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.Single => ScalarType.Float32,
            TypeCode.Double => ScalarType.Float64,
            TypeCode.Int64 => ScalarType.Int64,
            TypeCode.Int32 => ScalarType.Int32,
            TypeCode.Int16 => ScalarType.Int16,
            TypeCode.SByte => ScalarType.Int8,
            TypeCode.Byte => ScalarType.Byte,
            TypeCode.Boolean => ScalarType.Bool,
            _ => throw new ArgumentException(
                $"{typeof(T).Name} is not an element type; use float, double, long, int, short, sbyte, byte or bool."),
        };

        internal unsafe ref T First<T>()
            where T : struct => ref Unsafe.AsRef<T>((void*)Info().Data);

        private Tensor After(bool disposeThis, Tensor result)
        {
            if (disposeThis && !ReferenceEquals(result, this)) Dispose();
            return result;
        }
    }
}
