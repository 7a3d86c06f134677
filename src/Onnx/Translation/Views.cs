using GCnn.Groups;

namespace GCnn.Onnx;

/// <summary>What stands in a graph before the net.</summary>
internal static class Views
{
    /// <summary>
    /// A resampling of every image, <c>out[i] = Σ_k weights[i, k] in[sources[i, k]]</c>: <c>Reshape</c>, <c>Gather</c>, <c>Mul</c>,
    /// <c>ReduceSum</c>, <c>Reshape</c>.
    /// </summary>
    public static GraphValue Resample(Resampling plan, GraphValue images, GraphBuilder graph)
    {
        Translation at = new(graph, "resampling", images);
        long places = plan.OutputRows * plan.OutputColumns;
        string pixels = at.Add("Reshape", [images.Name, at.Numbers(0, 0, -1)]);
        string sources = at.Indices("pixels", [Resampling.Taps, places], ByTap(plan.Sources, source => (long)source));
        string weights = at.Weights("weights", [Resampling.Taps, places], ByTap(plan.Weights, weight => weight));
        string weighed = at.Add("Mul", [at.Add("Gather", [pixels, sources], OnnxAttribute.Of("axis", 2L)), weights]);
        string sums = at.Add("ReduceSum", [weighed, at.Numbers(2)], OnnxAttribute.Of("keepdims", 0L));
        return new GraphValue(
            at.Add("Reshape", [sums, at.Numbers(0, 0, plan.OutputRows, plan.OutputColumns)]),
            [images.Shape[0], images.Shape[1], plan.OutputRows, plan.OutputColumns]);
    }

    /// <summary>The entries of a plan, which have the taps of a place together, tap after tap.</summary>
    private static TOut[] ByTap<TIn, TOut>(ReadOnlySpan<TIn> entries, Func<TIn, TOut> convert)
    {
        int places = entries.Length / Resampling.Taps;
        TOut[] sorted = new TOut[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            sorted[(i % Resampling.Taps * places) + (i / Resampling.Taps)] = convert(entries[i]);
        }

        return sorted;
    }
}
