namespace GCnn.Experiments.Reports;

/// <summary>
/// How much time is left of several trainings one after another, when what each takes is known in some unit of work: the work that is left,
/// at the pace since this began. What was done before, and is gone on from, costs nothing.
/// </summary>
/// <param name="costs">The work of each training, in their order.</param>
/// <param name="time">The clock; the system's if null.</param>
public sealed class RunClock(IReadOnlyList<double> costs, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly long _began = (time ?? TimeProvider.System).GetTimestamp();
    private int _training;
    private double? _from;
    private double _fraction;
    private double _done;

    /// <summary>The number of trainings.</summary>
    public int Trainings => costs.Count;

    /// <summary>The time left; null while nothing is known of the pace.</summary>
    public TimeSpan? Left
    {
        get
        {
            if (_training >= costs.Count)
            {
                return TimeSpan.Zero;
            }

            double done = _done + ((_fraction - (_from ?? _fraction)) * costs[_training]);
            double left = ((1 - _fraction) * costs[_training]) + costs.Skip(_training + 1).Sum();
            return done > 0 ? _time.GetElapsedTime(_began) * (left / done) : null;
        }
    }

    /// <summary>Says how much is done of the training under way.</summary>
    /// <param name="fraction">The part, up to 1.</param>
    public void At(double fraction) => (_from, _fraction) = (_from ?? fraction, fraction);

    /// <summary>Says that the training under way is done, and that the next begins.</summary>
    public void Next()
    {
        _done += _training < costs.Count && _from is { } from ? (_fraction - from) * costs[_training] : 0;
        (_training, _from, _fraction) = (_training + 1, null, 0);
    }
}
