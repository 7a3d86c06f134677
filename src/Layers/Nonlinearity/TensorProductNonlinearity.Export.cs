using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class TensorProductNonlinearity : IExportable
{
    /// <summary>
    /// A <see cref="PlainProduct"/> of two 1 x 1 convolutions that bring together the factors <c>x_i</c> and <c>z_j</c> of each pair, and a
    /// 1 x 1 convolution with the Clebsch-Gordan coefficients.
    /// </summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        FieldProduct[] products = [.. _products.Where(product => product.Terms.Length > 0)];
        (int First, int Second)[] factors = [.. products.SelectMany(Factors)];
        return PlainSequence.Of(
            new PlainProduct(
                ChannelMap.Select(context, InputType.Channels, factors.Select(pair => pair.First)),
                ChannelMap.Select(context, InputType.Channels, factors.Select(pair => pair.Second))),
            ChannelMap.Of(context, [.. Coefficients(products, factors.Length)]));
    }

    /// <summary>The channels of each <c>x_i z_j</c>, pair of fields after pair.</summary>
    private static IEnumerable<(int First, int Second)> Factors(FieldProduct pairs) =>
        from pair in Enumerable.Range(0, pairs.Pairs)
        from i in Enumerable.Range(0, pairs.FirstDimension)
        from j in Enumerable.Range(0, pairs.SecondDimension)
        select (pairs.FirstOffset + (pair * pairs.FirstDimension) + i, pairs.SecondOffset + (pair * pairs.SecondDimension) + j);

    /// <summary>For each output its coefficients, at the products of its own pair of fields.</summary>
    private static IEnumerable<double[]> Coefficients(FieldProduct[] products, int count)
    {
        int offset = 0;
        foreach (FieldProduct product in products)
        {
            int each = product.FirstDimension * product.SecondDimension;
            double[][] rows = [.. ChannelMap.Numbers(product.Coefficients.Like(zeros(1, dtype: ScalarType.Float64))).Chunk(each)];
            for (int pair = 0; pair < product.Pairs; pair++, offset += each)
            {
                foreach (double[] row in rows)
                {
                    double[] wide = new double[count];
                    row.CopyTo(wide, offset);
                    yield return wide;
                }
            }
        }
    }
}
