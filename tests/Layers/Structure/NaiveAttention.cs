using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Attention by its definition, one pair of positions after the other.</summary>
internal static class NaiveAttention
{
    public static Tensor Apply(SelfAttention layer, Tensor x)
    {
        Dictionary<string, Convolution> parts = layer.named_modules()
            .Where(part => part.module is Convolution).ToDictionary(part => part.name, part => (Convolution)part.module);
        Tensor c = parts["queries"].call(x), k = parts["keys"].call(x), v = parts["values"].call(x), y = zeros_like(v);
        double[,,] bias = Bias(layer, parts);
        foreach (long n in Range(x.size(0)))
        {
            foreach (int head in Enumerable.Range(0, layer.Heads))
            {
                foreach ((int Row, int Column) p in Places(layer, x))
                {
                    Attend(n, head, p);
                }
            }
        }

        return parts["output"].call(y);

        void Attend(long n, int head, (int Row, int Column) p)
        {
            (int Row, int Column)[] places = [.. Places(layer, x)];
            Tensor query = At(c, n, head, p);
            double[] scores = [.. places.Select(q =>
                ((query * At(k, n, head, q)).sum().item<double>() / Math.Sqrt(query.size(0))) + Offset(bias, head, p, q))];
            double total = scores.Sum(Math.Exp);
            for (int q = 0; q < places.Length; q++)
            {
                At(y, n, head, p).add_(At(v, n, head, places[q]), Math.Exp(scores[q]) / total);
            }
        }

        Tensor At(Tensor fields, long n, int head, (int Row, int Column) p)
        {
            long channels = fields.size(1) / layer.Heads;
            return fields.narrow(0, n, 1).narrow(1, head * channels, channels).narrow(2, p.Row, 1).narrow(3, p.Column, 1).view(-1);
        }
    }

    private static IEnumerable<long> Range(long count) => Enumerable.Range(0, (int)count).Select(i => (long)i);

    private static IEnumerable<(int Row, int Column)> Places(SelfAttention layer, Tensor x)
    {
        int radius = (int)x.size(3) / 2;
        return from row in Enumerable.Range(0, (int)x.size(2))
               from column in Enumerable.Range(0, (int)x.size(3))
               where layer.InputType.Group.Lattice is SquareLattice || Math.Abs(row + column - (2 * radius)) <= radius
               select (row, column);
    }

    private static double[,,] Bias(SelfAttention layer, Dictionary<string, Convolution> parts)
    {
        int side = (2 * layer.Reach) + 1;
        double[,,] bias = new double[layer.Heads, side, side];
        if (layer.Reach > 0)
        {
            double[] filter = [.. parts["positions.filter"].ExpandedFilter().detach().data<double>()];
            Buffer.BlockCopy(filter, 0, bias, 0, sizeof(double) * filter.Length);
        }

        return bias;
    }

    private static double Offset(double[,,] bias, int head, (int Row, int Column) p, (int Row, int Column) q)
    {
        int reach = bias.GetLength(1) / 2, row = q.Row - p.Row + reach, column = q.Column - p.Column + reach;
        return row < 0 || row > 2 * reach || column < 0 || column > 2 * reach ? 0 : bias[head, row, column];
    }
}
