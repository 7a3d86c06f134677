using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Batch norm per field by its definition, in lists of numbers.</summary>
internal sealed class NaiveFieldNorm(FieldType type, Dictionary<string, Tensor> state, double epsilon, double momentum)
{
    private readonly double[] _weight = [.. state["weight"].data<double>()];
    private readonly double[] _bias = [.. state["bias"].data<double>()];

    public double[] Means { get; } = [.. state["running_mean"].data<double>()];

    public double[] Variances { get; } = [.. state["running_var"].data<double>()];

    public Tensor Train(Tensor x)
    {
        double[] means = new double[Means.Length], variances = new double[Means.Length];
        for (int field = 0; field < means.Length; field++)
        {
            double[] values = Values(x, field);
            double mean = values.Average(), squares = values.Sum(value => (value - mean) * (value - mean));
            (means[field], variances[field]) = (mean, squares / values.Length);

            // The running variance is the unbiased one.
            Means[field] += momentum * (mean - Means[field]);
            Variances[field] += momentum * ((squares / (values.Length - 1)) - Variances[field]);
        }

        return Normalize(x, means, variances);
    }

    public Tensor Evaluate(Tensor x) => Normalize(x, Means, Variances);

    private Tensor Normalize(Tensor x, double[] means, double[] variances)
    {
        int area = (int)(x.size(2) * x.size(3));
        double[] y = [.. x.data<double>()];
        for (int i = 0; i < y.Length; i++)
        {
            int field = type.FieldOf(i / area % type.Channels);
            y[i] = (_weight[field] * (y[i] - means[field]) / Math.Sqrt(variances[field] + epsilon)) + _bias[field];
        }

        return tensor(y, x.shape);
    }

    private double[] Values(Tensor x, int field)
    {
        int area = (int)(x.size(2) * x.size(3));
        return [.. x.data<double>().Where((_, i) => type.FieldOf(i / area % type.Channels) == field)];
    }
}
