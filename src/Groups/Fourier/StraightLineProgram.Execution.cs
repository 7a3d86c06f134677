using System.Numerics;
using System.Runtime.InteropServices;

namespace GCnn.Groups;

/// <content>How a program runs: number by number, or in vector instructions along rows.</content>
public sealed partial class StraightLineProgram
{
    private void Run<T>(Span<T> rows, int width)
        where T : unmanaged, IFloatingPoint<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        if (rows.Length < (long)Rows * width)
        {
            throw new ArgumentException(
                $"The program works in {Rows} rows of {width} numbers, {(long)Rows * width} in all; it was given a span of {rows.Length}.",
                nameof(rows));
        }

        foreach (ref readonly LinearStep step in _steps.AsSpan())
        {
            RunStep(
                rows.Slice(step.A * width, width),
                rows.Slice(step.B * width, width),
                rows.Slice(step.Target * width, width),
                T.CreateTruncating(step.Alpha),
                T.CreateTruncating(step.Beta));
        }
    }

    /// <summary><c>target = α a + β b</c>; the target may be one of the operands, since each place is read before it is written.</summary>
    private static void RunStep<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> target, T alpha, T beta)
        where T : unmanaged, IFloatingPoint<T>
    {
        int i = 0;
        Vector<T> alphas = new(alpha);
        Vector<T> betas = new(beta);
        ref T first = ref MemoryMarshal.GetReference(a);
        ref T second = ref MemoryMarshal.GetReference(b);
        ref T result = ref MemoryMarshal.GetReference(target);

        // The three rows have one length, so the bound of the loop holds for each, and no access checks it again.
        for (; i <= target.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> sum = (alphas * Vector.LoadUnsafe(ref first, (nuint)i)) + (betas * Vector.LoadUnsafe(ref second, (nuint)i));
            sum.StoreUnsafe(ref result, (nuint)i);
        }

        for (; i < target.Length; i++)
        {
            target[i] = (alpha * a[i]) + (beta * b[i]);
        }
    }

    private void RunNumbers<T>(Span<T> rows)
        where T : unmanaged, IFloatingPoint<T>
    {
        foreach (ref readonly LinearStep step in _steps.AsSpan())
        {
            rows[step.Target] = (T.CreateTruncating(step.Alpha) * rows[step.A]) + (T.CreateTruncating(step.Beta) * rows[step.B]);
        }
    }
}
