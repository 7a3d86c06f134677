using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Maxima of channels by 1 x 1 convolutions and rectifiers: <c>max(a, b) = a + (b − a)⁺</c>, <c>a = a⁺ − (−a)⁺</c>.</summary>
/// <remarks>
/// Plain modules take maxima over pixels, not over channels. Pairs are merged until one value is left of each set: as many rectifiers as
/// the binary logarithm of the largest set, rounded up. The result is the maximum up to the rounding of two sums at each.
/// </remarks>
internal static class ChannelMaximum
{
    /// <summary>The modules, <c>N x channels x H x W</c> to one channel for each set.</summary>
    internal static nn.Module<Tensor, Tensor> Export(ExportContext context, int channels, IEnumerable<IEnumerable<int>> sets)
    {
        List<nn.Module<Tensor, Tensor>> modules = [];
        int inputs = channels;
        double[][][] values = [.. sets.Select(set => set.Select(channel => ChannelMap.Indicator([channel], channels)).ToArray())];
        while (values.Any(set => set.Length > 1))
        {
            double[][] rectified = [.. values.SelectMany(set => set.Chunk(2).SelectMany(Rectified))];
            modules.AddRange([ChannelMap.Of(context, rectified), nn.ReLU()]);
            inputs = rectified.Length;
            int next = 0;
            values = [.. values.Select(set => set.Chunk(2).Select(pair => Merged(ref next, pair.Length, inputs)).ToArray())];
        }

        modules.Add(ChannelMap.Of(context, [.. values.Select(set => set[0])]));
        return PlainSequence.Of([.. modules]);
    }

    /// <summary>What is rectified of a pair, <c>a, −a, b − a</c>, or of a value that is left over, <c>a, −a</c>.</summary>
    private static IEnumerable<double[]> Rectified(double[][] pair)
    {
        yield return pair[0];
        yield return Array.ConvertAll(pair[0], weight => -weight);
        if (pair.Length == 2)
        {
            yield return [.. pair[1].Zip(pair[0], (b, a) => b - a)];
        }
    }

    /// <summary>The larger of a pair, from what was rectified of it.</summary>
    private static double[] Merged(ref int next, int length, int inputs)
    {
        double[] weights = new double[inputs];
        (weights[next], weights[next + 1]) = (1, -1);
        if (length == 2)
        {
            weights[next + 2] = 1;
        }

        next += length + 1;
        return weights;
    }
}
