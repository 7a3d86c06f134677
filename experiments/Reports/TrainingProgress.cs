using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Training;
using Spectre.Console;

namespace GCnn.Experiments.Reports;

/// <summary>Shows the training of one model: a bar where there is a terminal, one line an epoch elsewhere.</summary>
public sealed class TrainingProgress : IProgress<EpochReport>
{
    private readonly string _model;
    private readonly ProgressTask? _bar;
    private readonly Action<string> _line;
    private readonly RunClock? _clock;
    private int _epochsBefore = -1;
    private EpochReport _last;
    private string _validation = "";

    internal TrainingProgress(string model, ProgressTask? bar, Action<string> line, RunClock? clock = null) =>
        (_model, _bar, _line, _clock) = (model, bar, line, clock);

    /// <summary>Shows a step.</summary>
    /// <param name="value">How far the epoch has come.</param>
    public void Report(EpochReport value)
    {
        _last = value;
        _clock?.At((value.Epoch - 1 + value.Fraction) / value.Epochs);
        if (_bar is null)
        {
            return;
        }

        _epochsBefore = _epochsBefore < 0 ? value.Epoch - 1 : _epochsBefore;
        _bar.Value = value.Epoch - 1 - _epochsBefore + value.Fraction;
        _bar.Description = Markup.Escape($"{_model,-7} epoch {value.Epoch,2}/{value.Epochs}  loss {value.Loss:0.000}{_validation}{WholeRun}");
    }

    /// <summary>Shows the end of an epoch.</summary>
    /// <param name="epoch">What is kept of it.</param>
    public void EpochDone(EpochRecord epoch)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        (string shown, string number) = epoch.Score(Metric.Rmse) is { } rmse
            ? ("error of votes", $"{rmse:0.0000}")
            : ("balanced accuracy", $"{epoch.Score(Metric.BalancedAccuracy) ?? 0:0.000}");
        _validation = $"  validation {number}";
        if (_bar is null)
        {
            int epochs = _last.Epochs;
            string left = epoch.Epoch < epochs ? $", {_last.Elapsed / epoch.Epoch * (epochs - epoch.Epoch):h\\:mm\\:ss} left" : "";
            _line($"{_model}: epoch {epoch.Epoch}/{epochs}, loss {epoch.TrainingLoss:0.000}, {shown} on validation {number}{left}{WholeRun}");
        }
    }

    private static string Text(TimeSpan time) => $"{(int)time.TotalHours}:{time:mm\\:ss}";

    // Of several trainings together; of a single one its own time says it.
    private string WholeRun => _clock is { Trainings: > 1, Left: { } left } ? $", {Text(left)} of the whole run" : "";
}
