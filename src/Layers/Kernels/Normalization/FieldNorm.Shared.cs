using System.Numerics;
using static TorchSharp.torch;

namespace GCnn.Layers;

internal sealed partial class FieldNorm
{
    // Two sums for each field and the number of images go through the reducer, in the forward pass as in the backward pass. The first are
    // taken about the running means, which are the same in all processes.
    private unsafe (double Mean, double Root)[] SharedStatistics<T>(FieldNormPass<T> pass, T* x, T[] means, T[] variances)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int fields = means.Length;
        var sums = new double[(2 * fields) + 1];
        Threads.Split(fields, get_num_threads(), (first, end) =>
        {
            for (int field = first; field < end; field++)
            {
                (sums[2 * field], sums[(2 * field) + 1]) = pass.Moments(field, x, double.CreateTruncating(means[field]));
            }
        });
        sums[^1] = pass.Images;
        Reducer!.Sum(sums);
        var statistics = new (double Mean, double Root)[fields];
        for (int field = 0; field < fields; field++)
        {
            FieldBatchNorm.RequireNumbers(Type.Fields[field], pass.Numbers(field, sums[^1]), sums[^1]);
            statistics[field] = pass.Statistics(field, Sums(sums, field), sums[^1], ref means[field], ref variances[field]);
        }

        return statistics;
    }

    // The gradients of scale and shift are those of this process's images, as every other parameter's.
    private unsafe double[] SharedSums<T>(
        FieldNormPass<T> pass, FieldNormPass<T>.Pointers at, (double Mean, double Root)[] statistics, T[] toWeight, T[] toBias)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sums = new double[(2 * statistics.Length) + 1];
        Threads.Split(statistics.Length, get_num_threads(), (first, end) =>
        {
            for (int field = first; field < end; field++)
            {
                (double sum, double product) = pass.GradientSums(field, at, statistics[field]);
                (toWeight[field], toBias[field]) = (T.CreateTruncating(product / statistics[field].Root), T.CreateTruncating(sum));
                (sums[2 * field], sums[(2 * field) + 1]) = (sum, product);
            }
        });
        sums[^1] = pass.Images;
        Reducer!.Sum(sums);

        // Without them, the gradient to a part that does not count is that of its own loss alone.
        Array.Clear(sums, 0, Reducer.Counts ? 0 : sums.Length - 1);
        return sums;
    }

    private static (double First, double Second) Sums(double[] sums, int field) => (sums[2 * field], sums[(2 * field) + 1]);
}
