using GCnn.Data;
using static TorchSharp.torch;

namespace GCnn.Experiments.Predict;

/// <summary>Rows in the order of the data, from threads that each read and compute batches; and how long that takes.</summary>
public sealed partial class PredictRun
{
    /// <summary>Measures how much of the speed of bare forward passes prediction has, and says it. Nothing stays behind.</summary>
    /// <param name="cancellation">Stops it.</param>
    public void TimeBesideBare(CancellationToken cancellation)
    {
        int count = (int)Math.Min(PredictTiming.MostImages, _images.Count);
        string made = $"{Options.Out}.{Guid.NewGuid():N}.tmp";
        try
        {
            var timing = new PredictTiming(_predictor, _poses, Options, cancellation);
            ImageOrder order = ImageOrder.First(count);
            (double predict, double batches, double threads, double reading) = timing.Measure(
                count, () => PredictInto(made, order, cancellation), Look);
            _reporter.Timed(Options, count, predict, batches, threads, reading);
        }
        finally
        {
            File.Delete(made);
        }
    }

    private void PredictInto(string path, ImageOrder order, CancellationToken cancellation)
    {
        File.Delete(path);
        using PartFile part = PartFile.Open(path, _predictor.Columns, order.Count, _images.IdOf, Options.OnBad);
        Stream(part, order, (_, _) => { }, cancellation);
        part.Flush();
    }

    private void Stream(PartFile part, ImageOrder order, Action<PredictSummary, string?> done, CancellationToken cancellation)
    {
        long start = part.Summary.Images, batches = (order.Count - start + Options.Batch - 1) / Options.Batch;
        int threads = get_num_threads();
        set_num_threads(1);
        try
        {
            using var loader = new StreamingLoader<RowBatch>(
                _images.Location, SampleOrder.Sequential(batches),
                batch => _predictor.Predict(order.From(start + (batch * Options.Batch), Options.Batch)),
                new LoaderOptions { Threads = Options.Threads, Ahead = 2 * Options.Threads }, cancellation);
            foreach (Loaded<RowBatch> batch in loader.TakeAll())
            {
                part.Append(batch.Value.Text, batch.Value.Summary);
                done(part.Summary, batch.Value.FirstBad);
            }
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    // A bad image costs what it costs to find that out.
    private void Look(int number)
    {
        try
        {
            _images.Read(number);
        }
        catch (SampleException)
        {
        }
    }
}
