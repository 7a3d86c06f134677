using System.Runtime.CompilerServices;

namespace GCnn.Layers;

/// <summary>Functions whose values are each one free weight, or none.</summary>
/// <param name="sources">
/// For each row, element and output field which free weight is there, or their number where none is; row-major in that order.
/// </param>
/// <param name="shares">For each row one over the order of its stabilizer.</param>
internal sealed class PixelFunctions(int[] sources, double[] shares) : FieldFunctions
{
    private readonly int _perRow = shares.Length == 0 ? 1 : sources.Length / shares.Length;

    public override int Length => sources.Length;

    [MethodImpl(Compiled.AtOnce)]
    public override void Make<T>(ReadOnlySpan<T> weights, Span<T> functions)
    {
        for (int row = 0; row < shares.Length; row++)
        {
            T share = T.CreateTruncating(shares[row]);
            ReadOnlySpan<int> from = sources.AsSpan(row * _perRow, _perRow);
            Span<T> to = functions.Slice(row * _perRow, _perRow);
            for (int at = 0; at < from.Length; at++)
            {
                to[at] = share * weights[from[at]];
            }
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    public override void AddGradient<T>(ReadOnlySpan<T> functions, Span<T> gradient)
    {
        for (int row = 0; row < shares.Length; row++)
        {
            T share = T.CreateTruncating(shares[row]);
            int end = (row + 1) * _perRow;
            for (int at = row * _perRow; at < end; at++)
            {
                int weight = sources[at];
                if (weight < gradient.Length)
                {
                    gradient[weight] += share * functions[at];
                }
            }
        }
    }
}
