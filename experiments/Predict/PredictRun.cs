using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Models;

namespace GCnn.Experiments.Predict;

/// <summary>The answers of one model to any number of images, as rows of a CSV file, in flat memory; a run that was stopped or killed goes
/// on where it was (docs/predict.md).</summary>
/// <remarks>
/// Each thread reads a batch and computes it by itself, on one core: while one waits for a file another multiplies, no core waits for the
/// others at the end of a layer, and the numbers do not depend on how many there are. The rows come in the order of the data.
/// </remarks>
public sealed partial class PredictRun : IDisposable
{
    private readonly ModelSource _model;
    private readonly ObjectImages _images;
    private readonly PoseSet _poses;
    private readonly BatchPredictor _predictor;
    private readonly PredictReporter _reporter;
    private JsonObject? _data;

    private PredictRun(PredictOptions options, ModelSource model, ObjectImages images)
    {
        (Options, _model, _images) = (options, model, images);
        _poses = new PoseSet(model, options.Orbit);
        _predictor = new BatchPredictor(model, images, _poses, options);
        _reporter = new PredictReporter(model, images, _poses);
    }

    /// <summary>What to compute.</summary>
    public PredictOptions Options { get; }

    /// <summary>Opens the model and the images.</summary>
    /// <param name="options">What to compute.</param>
    /// <exception cref="UsageException">An option makes no sense, or the model is untrained.</exception>
    /// <exception cref="DataException">The images cannot be used as a whole.</exception>
    /// <exception cref="InvalidDataException">The file of the model is no whole checkpoint.</exception>
    public static PredictRun Open(PredictOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Checked();
        ModelSource model = ModelSource.Open(options.Model);
        try
        {
            return model.IsTrained
                ? new PredictRun(options, model, ObjectImages.Open(options, model.Size))
                : throw new UsageException(
                    $"--model {options.Model} names an untrained model, whose answers say nothing; give a checkpoint of gcnn galaxy " +
                    "--out.");
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Predicts all images into <see cref="PredictOptions.Out"/>.</summary>
    /// <param name="cancellation">Stops between batches; what was written stays, and the same call goes on from there.</param>
    /// <returns>What is in the file.</returns>
    public PredictSummary Predict(CancellationToken cancellation) => PredictShard(0, 1, cancellation);

    /// <summary>Predicts the images of one rank into a file of its own, beside <see cref="PredictOptions.Out"/>. Ranks know nothing of each
    /// other; each may be stopped and go on by itself.</summary>
    /// <param name="rank">The rank, from 0.</param>
    /// <param name="ranks">How many ranks there are; with 1 it is <see cref="Predict"/>.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>What is in the rank's file.</returns>
    /// <exception cref="DataException">There are files of another run, or bad images stop the run; one sentence.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the message says how to go on.</exception>
    public PredictSummary PredictShard(int rank, int ranks, CancellationToken cancellation)
    {
        Shard shard = new Shard(rank, ranks).Checked();
        PredictionFiles files = PredictionFiles.Of(Options.Out, shard);
        bool whole = files.Begin(Identity(shard, cancellation), Options.Fresh);
        ImageOrder order = ImageOrder.Of(_images, shard, cancellation);
        PredictSummary summary = whole ? SummaryOf(files, order) : Compute(files, order, cancellation);
        _reporter.End(files.Table, summary, whole);
        RequireAnyGood(summary, files.Table);
        return summary;
    }

    /// <summary>Puts the files of all ranks together in the order of the data, and deletes them. To be called once, when all ranks are
    /// done.</summary>
    /// <param name="ranks">How many ranks there were.</param>
    /// <param name="cancellation">Stops it; the ranks' files stay.</param>
    /// <returns>What is in the file.</returns>
    /// <exception cref="DataException">A rank is not done, or was another run's; one sentence.</exception>
    public PredictSummary Merge(int ranks, CancellationToken cancellation)
    {
        new Shard(0, ranks).Checked();
        var merge = new ShardMerge(Options, _images, _predictor.Columns, shard => Identity(shard, cancellation));
        PredictSummary summary = merge.Run(ranks, cancellation);
        _reporter.End(Options.Out, summary, whole: false);
        return summary;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _poses.Dispose();
        _images.Dispose();
        _model.Dispose();
    }

    private PredictSummary Compute(PredictionFiles files, ImageOrder order, CancellationToken cancellation)
    {
        using PartFile part = PartFile.Open(
            files.Part, _predictor.Columns, order.Count, place => _images.IdOf(order[place]), Options.OnBad);
        _reporter.Begin(order.Count, part.Summary.Images);
        try
        {
            Stream(part, order, _reporter.Done, cancellation);
        }
        catch (OperationCanceledException stopped)
        {
            throw new OperationCanceledException(
                $"Stopped; {part.Summary.Images} of {order.Count} images are in {files.Part}. The same command goes on from there.",
                stopped);
        }

        part.Flush();
        files.End();
        return part.Summary;
    }

    private void RequireAnyGood(PredictSummary summary, string table)
    {
        if (summary.Images > 0 && summary.Rows == summary.Bad)
        {
            throw new DataException(
                $"None of the {summary.Images} images of '{_images.Location}' could be read; '{table}' says why, or --on-bad row does.");
        }
    }

    private PredictSummary SummaryOf(PredictionFiles files, ImageOrder order)
    {
        PredictSummary summary = TableRows.SummaryOf(files.Table, _predictor.Columns);
        return summary with { Skipped = order.Count - summary.Rows };
    }

    private RunIdentity Identity(Shard shard, CancellationToken cancellation) => RunIdentity.Of(
        _model, Options, _data ??= _images.Identity(cancellation), shard, _predictor.Columns);
}
