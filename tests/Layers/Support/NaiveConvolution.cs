using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary><c>out[o](x) = b[o] + sum_(c,u) W[o,c](u) in[c](x + u)</c> in loops over integers; every way of padding is written out.</summary>
internal static class NaiveConvolution
{
    public static Tensor Apply(Tensor input, Tensor filter, Tensor? bias, int stride, int padding, int dilation, PaddingModes mode)
    {
        long[,,,] x = Read(input), w = Read(filter);
        long[] b = bias is null ? new long[w.GetLength(0)] : [.. bias.data<double>().Select(value => (long)value)];
        int rows = Places(x.GetLength(2), w.GetLength(2)), columns = Places(x.GetLength(3), w.GetLength(3));
        double[,,,] output = new double[x.GetLength(0), w.GetLength(0), rows, columns];
        foreach ((int n, int o, int row, int column) in Indices(output))
        {
            output[n, o, row, column] = b[o] + Value(n, o, (row * stride) - padding, (column * stride) - padding);
        }

        return tensor([.. output.Cast<double>()], [x.GetLength(0), w.GetLength(0), rows, columns]);

        int Places(int side, int kernel) => ((side + (2 * padding) - (dilation * (kernel - 1)) - 1) / stride) + 1;

        long Value(int n, int o, int top, int left)
        {
            long sum = 0;
            for (int c = 0; c < w.GetLength(1); c++)
            {
                for (int i = 0; i < w.GetLength(2); i++)
                {
                    for (int j = 0; j < w.GetLength(3); j++)
                    {
                        int? row = Inside(top + (i * dilation), x.GetLength(2), mode);
                        int? column = Inside(left + (j * dilation), x.GetLength(3), mode);
                        sum += row is int r && column is int s ? w[o, c, i, j] * x[n, c, r, s] : 0;
                    }
                }
            }

            return sum;
        }
    }

    private static int? Inside(int place, int side, PaddingModes mode) => mode switch
    {
        _ when place >= 0 && place < side => place,
        PaddingModes.Circular => (place + side) % side,
        PaddingModes.Replicate => Math.Clamp(place, 0, side - 1),
        PaddingModes.Reflect => place < 0 ? -place : (2 * (side - 1)) - place,
        _ => null,
    };

    private static IEnumerable<(int, int, int, int)> Indices(double[,,,] a) =>
        from i in Enumerable.Range(0, a.GetLength(0))
        from j in Enumerable.Range(0, a.GetLength(1))
        from k in Enumerable.Range(0, a.GetLength(2))
        from l in Enumerable.Range(0, a.GetLength(3))
        select (i, j, k, l);

    private static long[,,,] Read(Tensor t)
    {
        long[,,,] values = new long[t.size(0), t.size(1), t.size(2), t.size(3)];
        double[] flat = [.. t.detach().contiguous().data<double>()];
        int next = 0;
        foreach ((int i, int j, int k, int l) in Indices(new double[t.size(0), t.size(1), t.size(2), t.size(3)]))
        {
            values[i, j, k, l] = (long)flat[next++];
        }

        return values;
    }
}
