using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Distributed;

/// <summary>A bucket of gradients of one type of number, in memory that stays where it is while MPI works on it.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed unsafe class GradientBucketOf<T> : GradientBucket
    where T : unmanaged, INumberBase<T>
{
    private T* _numbers;

    internal GradientBucketOf(IReadOnlyList<Parameter> parameters)
        : base(parameters) => _numbers = (T*)NativeMemory.AllocZeroed((nuint)Numbers, (nuint)sizeof(T));

    public override long Bytes => (long)Numbers * sizeof(T);

    public override void Dispose()
    {
        // MPI may still write where a sum was left in the middle.
        if (Running is null or { IsDone: true })
        {
            NativeMemory.Free(_numbers);
        }

        _numbers = null;
    }

    private protected override void Take(Tensor? gradient, int start, int length, int flag)
    {
        var to = new Span<T>(_numbers + start, length);
        _numbers[flag] = gradient is null ? T.Zero : T.One;
        if (gradient is null)
        {
            to.Clear();
        }
        else
        {
            MemoryMarshal.Cast<byte, T>(gradient.bytes).CopyTo(to);
        }
    }

    private protected override void Give(Tensor gradient, int start, int length) =>
        new Span<T>(_numbers + start, length).CopyTo(MemoryMarshal.Cast<byte, T>(gradient.bytes));

    private protected override bool IsSet(int number) => _numbers[number] != T.Zero;

    private protected override Reduction Begin(Communicator all) => all.StartSum(_numbers, Numbers);
}
