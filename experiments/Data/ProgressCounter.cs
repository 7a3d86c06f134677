namespace GCnn.Experiments.Data;

/// <summary>Counts from several threads and reports about a hundred times, in growing order, the last time at the end.</summary>
internal sealed class ProgressCounter(int total, IProgress<LoadProgress>? progress)
{
    private readonly Lock _lock = new();
    private readonly int _step = Math.Max(1, total / 100);
    private int _done;
    private int _skipped;

    public void Add(bool skipped)
    {
        lock (_lock)
        {
            _done++;
            _skipped += skipped ? 1 : 0;
            if (_done % _step == 0 || _done == total)
                progress?.Report(new(_done, total, _skipped));
        }
    }
}
