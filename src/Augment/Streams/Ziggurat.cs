namespace GCnn.Augment;

/// <summary>The standard normal distribution by rectangles of equal area under its density.</summary>
/// <remarks>
/// <para>
/// The right half of <c>e^(−x²/2)</c> is covered by 256 layers of area <c>V</c>. Layer <c>i ≥ 1</c> is the rectangle from 0 to
/// <c>x_i</c> between the heights <c>e^(−x_i²/2)</c> and <c>e^(−x_(i+1)²/2)</c>, <c>x_1 = R &gt; x_2 &gt; ... &gt; x_256 = 0</c>; layer 0
/// is the rectangle from 0 to <c>R</c> below <c>e^(−R²/2)</c> with the tail beyond. A layer and a place in it are drawn; a place left of
/// <c>x_(i+1)</c> is under the density for certain (99 of 100 draws), one beyond needs the density itself, and the tail has its own rule.
/// </para>
/// <para>Layer, sign and place come from different bits of one draw, as [Doornik2005] asks. Source: [MarsagliaTsang2000].</para>
/// </remarks>
internal static class Ziggurat
{
    private const int Layers = 256;
    private const double R = 3.6541528853610088;
    private const double V = 0.00492867323399;

    /// <summary><c>Edges[i] = x_i</c>; <c>Edges[0] = V e^(R²/2)</c>, the width layer 0 would have as a rectangle.</summary>
    private static readonly double[] Edges = MakeEdges();

    private static readonly double[] Heights = Array.ConvertAll(Edges, Density);

    /// <summary>Fills with independent numbers of mean 0 and variance 1.</summary>
    public static void Fill(SampleStream stream, Span<float> values)
    {
        double[] edges = Edges;
        foreach (ref float value in values)
        {
            // Bits 0 to 7 choose the layer; bits 11 to 63, read as a signed number, the side and the place on [−1, 1).
            ulong bits = stream.NextBits();
            int layer = (int)(bits & (Layers - 1));
            double x = ((long)bits >> 11) * (1.0 / (1L << 52)) * edges[layer];
            value = (float)(Math.Abs(x) < edges[layer + 1] ? x : Beyond(stream, layer, x));
        }
    }

    /// <summary>The number for a place that is not under the density for certain: this one, one of the tail, or a new draw.</summary>
    private static double Beyond(SampleStream stream, int layer, double x)
    {
        if (layer == 0)
        {
            return Math.CopySign(Tail(stream), x);
        }

        double height = Heights[layer] + (stream.NextUnit() * (Heights[layer + 1] - Heights[layer]));
        if (height < Density(x))
        {
            return x;
        }

        float again = 0;
        Fill(stream, new Span<float>(ref again));
        return again;
    }

    /// <summary>A number beyond <c>R</c>: <c>R + a</c> with <c>a = −ln u / R</c>, accepted when <c>−2 ln u' &gt; a²</c>.</summary>
    private static double Tail(SampleStream stream)
    {
        while (true)
        {
            double a = -Math.Log(1 - stream.NextUnit()) / R;
            if (-2 * Math.Log(1 - stream.NextUnit()) > a * a)
            {
                return R + a;
            }
        }
    }

    private static double[] MakeEdges()
    {
        double[] edges = new double[Layers + 1];
        edges[0] = V / Density(R);
        edges[1] = R;
        for (int i = 2; i < Layers; i++)
        {
            edges[i] = Math.Sqrt(-2 * Math.Log(Density(edges[i - 1]) + (V / edges[i - 1])));
        }

        return edges;
    }

    private static double Density(double x) => Math.Exp(-0.5 * x * x);
}
