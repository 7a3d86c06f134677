using System.Diagnostics;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Distributed;

/// <summary>Processes of an MPI job that train one net together. All of them do the same steps in the same order.</summary>
/// <remarks>
/// Gradients travel in buckets, those of the last layers first, each as soon as the backward pass has made it; the buckets' order is the
/// same in all processes. The sums go on while the backward pass does, and are brought forward at each layer. Gradients, statistics of
/// batches and single numbers have each a communicator of their own, so that none waits for the order of another. Source: [Li2020],
/// section 3.2.
/// </remarks>
public sealed class MpiExchange : IGradientExchange, IDisposable
{
    /// <summary>The bytes at which a bucket is closed, unless asked otherwise.</summary>
    public const int DefaultBucketBytes = 1 << 17;

    private readonly Communicator _numbers;
    private readonly Communicator _gradients;
    private readonly BatchStatistics _statistics;
    private readonly int _bucketBytes;
    private readonly bool _overlapped;
    private readonly List<Action> _undo = [];
    private IReadOnlyList<GradientBucket> _buckets = [];
    private int _started;
    private bool _inBackward;
    private ExchangeCost _cost;

    /// <summary>Joins the processes; all must do so.</summary>
    /// <param name="all">The processes.</param>
    /// <param name="bucketBytes">The bytes of gradients at which a bucket is closed.</param>
    /// <param name="overlapped">Whether sums begin during the backward pass; without, the same sums are made after it.</param>
    public MpiExchange(Communicator all, int bucketBytes = DefaultBucketBytes, bool overlapped = true)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bucketBytes);
        (_numbers, _gradients, _statistics) = (all.Duplicate(), all.Duplicate(), new BatchStatistics(all.Duplicate()));
        (_bucketBytes, _overlapped) = (bucketBytes, overlapped);
    }

    /// <inheritdoc/>
    public int Rank => _numbers.Rank;

    /// <inheritdoc/>
    public int Ranks => _numbers.Size;

    /// <inheritdoc/>
    public bool Idle
    {
        get => _statistics.Idle;
        set => _statistics.Idle = value;
    }

    /// <summary>What it has cost so far.</summary>
    public ExchangeCost Cost => _cost with { StatisticsSums = _statistics.Sums, Statistics = _statistics.Seconds };

    /// <summary>How often each bucket has been added up.</summary>
    internal IReadOnlyList<int> BucketSums => [.. _buckets.Select(bucket => bucket.Sums)];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// The net differs from that of process 0, or a parameter is neither of float32 nor of float64.
    /// </exception>
    public void Attach(nn.Module net)
    {
        ArgumentNullException.ThrowIfNull(net);
        Detach();
        Spread(net);
        _buckets = GradientBuckets.Of(net.parameters().DistinctBy(parameter => parameter.Handle), _bucketBytes);
        foreach (nn.Module module in net.modules().Prepend(net).Distinct())
        {
            Watch(module);
        }
    }

    /// <inheritdoc/>
    public double Sum(double value)
    {
        Span<double> numbers = [value];
        _numbers.Sum(numbers);
        return numbers[0];
    }

    /// <inheritdoc/>
    public void Begin()
    {
        foreach (GradientBucket bucket in _buckets)
        {
            bucket.Prepare();
        }

        (_started, _inBackward) = (0, _overlapped);
    }

    /// <inheritdoc/>
    public void Finish()
    {
        _inBackward = false;
        int early = _started, done = _buckets.Take(early).Count(bucket => bucket.Running!.Test());
        while (_started < _buckets.Count)
        {
            Start(_buckets[_started++]);
        }

        long begin = Stopwatch.GetTimestamp();
        foreach (GradientBucket bucket in _buckets)
        {
            bucket.Running!.Wait();
        }

        long waited = Stopwatch.GetTimestamp();
        foreach (GradientBucket bucket in _buckets)
        {
            bucket.Finish();
        }

        _cost = _cost with
        {
            Steps = _cost.Steps + 1,
            Early = _cost.Early + early,
            Done = _cost.Done + done,
            Waiting = _cost.Waiting + Stopwatch.GetElapsedTime(begin, waited).TotalSeconds,
            Packing = _cost.Packing + Stopwatch.GetElapsedTime(waited).TotalSeconds,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Detach();
        _numbers.Dispose();
        _gradients.Dispose();
        _statistics.Dispose();
    }

    // The mark of a module tells that all behind it is done; that of a batch norm, which has a convolution before it, would tell nothing
    // more, and keep it from being computed together with the rectifier behind it.
    private void Watch(nn.Module module)
    {
        if (module is FieldBatchNorm norm)
        {
            norm.Reducer = _statistics;
            _undo.Add(() => norm.Reducer = null);
        }
        else if (module is nn.Module<Tensor, Tensor> layer && layer.parameters(recurse: false).Any())
        {
            var hook = layer.register_forward_pre_hook((_, input) => BackwardMark.Behind(input, Passed)!);
            _undo.Add(hook.remove);
        }
    }

    private void Passed()
    {
        if (!_inBackward)
        {
            return;
        }

        while (_started < _buckets.Count && _buckets[_started].IsReady)
        {
            Start(_buckets[_started++]);
        }

        foreach (GradientBucket bucket in _buckets.Take(_started))
        {
            bucket.Running!.Test();
        }
    }

    private void Start(GradientBucket bucket)
    {
        long begin = Stopwatch.GetTimestamp();
        bucket.Start(_gradients);
        _cost = _cost with
        {
            Buckets = _cost.Buckets + 1,
            Bytes = _cost.Bytes + bucket.Bytes,
            Packing = _cost.Packing + Stopwatch.GetElapsedTime(begin).TotalSeconds,
        };
    }

    private void Spread(nn.Module net)
    {
        (string Name, Tensor Value)[] state = [.. net.state_dict().Select(entry => (entry.Key, entry.Value))];
        string own = string.Join(", ", state.Select(entry => $"{entry.Name} {entry.Value.dtype} [{string.Join(' ', entry.Value.shape)}]"));
        IReadOnlyList<string> all = _numbers.Share(own);
        if (all.Any(other => other != all[0]))
        {
            throw new ArgumentException(
                $"Process {Enumerable.Range(0, Ranks).First(rank => all[rank] != all[0])} built another net than process 0; all must " +
                "train the same.",
                nameof(net));
        }

        using IDisposable noGrad = no_grad();
        foreach ((_, Tensor value) in state)
        {
            using var scope = NewDisposeScope();
            Tensor copy = value.detach().cpu().contiguous();
            _numbers.Broadcast(copy.bytes);
            value.detach().copy_(copy);
        }
    }

    private void Detach()
    {
        _undo.ForEach(undo => undo());
        _undo.Clear();
        foreach (GradientBucket bucket in _buckets)
        {
            bucket.Dispose();
        }

        _buckets = [];
    }

    private sealed class BatchStatistics(Communicator all) : IStatisticsReducer, IDisposable
    {
        public bool Idle { get; set; }

        public bool Counts => !Idle;

        public int Sums { get; private set; }

        public double Seconds { get; private set; }

        public void Sum(Span<double> numbers)
        {
            if (Idle)
            {
                numbers.Clear();
            }

            long begin = Stopwatch.GetTimestamp();
            all.Sum(numbers);
            Seconds += Stopwatch.GetElapsedTime(begin).TotalSeconds;
            Sums++;
        }

        public void Dispose() => all.Dispose();
    }
}
