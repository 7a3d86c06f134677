namespace GCnn.Experiments.Scale;

/// <summary>What a job of several processes measured; times are of process 0, in seconds.</summary>
/// <param name="Wide">The net's numbers at the end, tensor by tensor, of a training in float64.</param>
/// <param name="Weights">Those of the training in float32, of which all that follows but the twin is.</param>
/// <param name="Same">Whether all processes have the same, to the last bit.</param>
/// <param name="SameNotOverlapped">Whether they are the same, to the last bit, when sums begin after the backward pass.</param>
/// <param name="WithoutStatistics">
/// The net's numbers, in float64, when each process normalises by its own part of the batch: the broken twin.
/// </param>
/// <param name="Step">A step.</param>
/// <param name="Waiting">In a step, from the end of the backward pass until all gradients are there.</param>
/// <param name="WaitingNotOverlapped">The same where sums begin only then.</param>
/// <param name="Statistics">In a step, sums of statistics of the batch, with waiting for slower processes.</param>
/// <param name="Packing">In a step, copying gradients into buckets and out of them.</param>
/// <param name="Buckets">Buckets of gradients in a step.</param>
/// <param name="Early">Those begun during the backward pass.</param>
/// <param name="Done">Those done before its end.</param>
/// <param name="Bytes">Bytes of gradients in a step.</param>
/// <param name="StatisticsSums">Sums of statistics in a step.</param>
/// <param name="Latency">A sum of one number over all processes.</param>
/// <param name="PerByte">What each byte more adds to a long one.</param>
internal sealed record ScaleFigures(
    double[][] Wide, double[][] Weights, bool Same, bool SameNotOverlapped, double[][] WithoutStatistics, double Step, double Waiting,
    double WaitingNotOverlapped, double Statistics, double Packing, double Buckets, double Early, double Done, double Bytes,
    double StatisticsSums, double Latency, double PerByte)
{
    /// <summary>The part of the time for gradients that the backward pass hides.</summary>
    public double Hidden => WaitingNotOverlapped > 0 ? Math.Max(0, 1 - (Waiting / WaitingNotOverlapped)) : 0;

    /// <summary>The part of a step that is not computation.</summary>
    public double Communication => (Waiting + Statistics + Packing) / Step;

    /// <summary>The largest difference of two nets' numbers; of those above 1, in parts of them.</summary>
    /// <param name="first">One net's numbers.</param>
    /// <param name="second">Another's.</param>
    public static double Difference(double[][] first, double[][] second) => first.Zip(second).Max(
        tensors => tensors.First.Zip(tensors.Second).Max(two => Math.Abs(two.First - two.Second) / Math.Max(1, Math.Abs(two.First))));
}
