using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Distributed;

/// <summary>The parameters of a net in buckets, the last ones first, as the backward pass comes to them.</summary>
internal static class GradientBuckets
{
    /// <summary>Cuts parameters into buckets of neighbours of one type.</summary>
    /// <param name="parameters">The parameters in the order of the net.</param>
    /// <param name="bytes">A bucket is closed when it holds that much.</param>
    /// <exception cref="ArgumentException">A parameter is neither of float32 nor of float64.</exception>
    public static IReadOnlyList<GradientBucket> Of(IEnumerable<Parameter> parameters, int bytes)
    {
        List<GradientBucket> buckets = [];
        List<Parameter> open = [];
        long held = 0;
        foreach (Parameter parameter in parameters.Reverse())
        {
            if (open.Count > 0 && (held >= bytes || open[0].dtype != parameter.dtype))
            {
                buckets.Add(Closed(open));
                (open, held) = ([], 0);
            }

            open.Add(parameter);
            held += parameter.numel() * parameter.element_size();
        }

        if (open.Count > 0)
        {
            buckets.Add(Closed(open));
        }

        return buckets;
    }

    private static GradientBucket Closed(List<Parameter> parameters) => parameters[0].dtype switch
    {
        ScalarType.Float32 => new GradientBucketOf<float>(parameters),
        ScalarType.Float64 => new GradientBucketOf<double>(parameters),
        ScalarType other => throw new ArgumentException(
            $"Gradients are added up over processes in float32 or float64; a parameter is of {other}. Convert the net before.",
            nameof(parameters)),
    };
}
