using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace GCnn.Data;

/// <summary>Reads samples ahead on several threads and delivers them in a fixed order, one after the other, with a bounded number of them
/// in memory whatever the size of the set.</summary>
/// <remarks>
/// The queue is a bounded channel of promises: a thread takes the next place of the order and puts its promise into the queue, both under
/// one lock, and only then reads the sample. So the queue has the order of the places whatever the threads do, a promise has room before
/// anything is read for it, and at most <see cref="LoaderOptions.Ahead"/> samples are held beside the one that the consumer is waiting for.
/// <para>A bad sample (<see cref="SampleException"/>) is counted and passed over, up to a percentage of all; any other exception of a read
/// comes out of <see cref="TryTake"/> when its place is reached, and is its last word. One consumer at a time.</para>
/// </remarks>
/// <typeparam name="T">What a sample is read as: an image, or a whole batch.</typeparam>
public sealed class StreamingLoader<T> : IDisposable
{
    private readonly string _location;
    private readonly SampleOrder _order;
    private readonly Func<long, T> _read;
    private readonly LoaderOptions _options;
    private readonly Channel<Slot<T>> _queue;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopped;
    private readonly Lock _places = new();
    private readonly Thread[] _threads;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _claimed;
    private long _taken;
    private long _delivered;
    private long _skipped;
    private long _mostAhead;
    private TimeSpan _waited;
    private string? _firstBad;
    private ExceptionDispatchInfo? _failure;
    private bool _disposed;

    /// <summary>Begins to read.</summary>
    /// <param name="location">Where the samples are from, for messages.</param>
    /// <param name="order">The samples to deliver, in their order.</param>
    /// <param name="read">Reads a sample by its number; called from several threads at once.</param>
    /// <param name="options">How to read, or null for the defaults.</param>
    /// <param name="cancellation">Stops the loader; the consumer then gets <see cref="OperationCanceledException"/>.</param>
    public StreamingLoader(
        string location, SampleOrder order, Func<long, T> read, LoaderOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(read);
        (_location, _order, _read, _options) = (location, order, read, options ?? new LoaderOptions());
        _queue = Channel.CreateBounded<Slot<T>>(new BoundedChannelOptions(_options.Ahead)
        {
            // What waits are threads, not continuations: waking them needs no thread of the pool.
            AllowSynchronousContinuations = true,
        });
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _stopped = _stop.Token;
        int threads = (int)Math.Min(_options.Threads, Math.Max(1, order.Count));
        _threads = [.. Enumerable.Range(0, threads).Select(i => new Thread(Work) { IsBackground = true, Name = $"loader {i}" })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    /// <summary>How it did so far.</summary>
    public LoaderStatistics Statistics => new(_delivered, _skipped, Volatile.Read(ref _mostAhead), _waited, _clock.Elapsed);

    /// <summary>Takes the next good sample, waiting for it where it is not there yet.</summary>
    /// <param name="sample">The sample.</param>
    /// <returns>Whether there was one; false at the end.</returns>
    /// <exception cref="DataException">More samples are bad than is allowed; one sentence.</exception>
    /// <exception cref="OperationCanceledException">The loader was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The loader was disposed.</exception>
    public bool TryTake(out Loaded<T> sample)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _failure?.Throw();
        long began = Stopwatch.GetTimestamp();
        try
        {
            return TryGood(out sample);
        }
        catch (Exception failure)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
            _stop.Cancel();
            throw;
        }
        finally
        {
            _waited += Stopwatch.GetElapsedTime(began);
        }
    }

    /// <summary>Takes all samples that are left, as the enumeration asks for them.</summary>
    public IEnumerable<Loaded<T>> TakeAll()
    {
        while (TryTake(out Loaded<T> sample))
        {
            yield return sample;
        }
    }

    /// <summary>Stops reading and waits until the reads under way are done, so that what they read from may be closed; but no longer than
    /// for <see cref="LoaderOptions.Patience"/>.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _clock.Stop();
        _stop.Cancel();
        long began = Stopwatch.GetTimestamp();
        bool ended = Array.TrueForAll(_threads, thread => thread.Join(Left(began)));
        if (ended)
        {
            _stop.Dispose();
        }
    }

    private bool TryGood(out Loaded<T> sample)
    {
        while (TryNext(out Slot<T>? slot))
        {
            bool good = slot.Wait(_stopped, out sample, out BadSample bad);
            Interlocked.Increment(ref _taken);
            if (good)
            {
                _delivered++;
                return true;
            }

            Skip(bad);
        }

        _clock.Stop();
        sample = default;
        return false;
    }

    private TimeSpan Left(long began)
    {
        TimeSpan left = _options.Patience - Stopwatch.GetElapsedTime(began);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Work()
    {
        try
        {
            while (TryClaim(out Slot<T>? slot))
            {
                slot.Fill(_read);
            }
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // The consumer looks at the token itself.
        }
        catch (Exception failure)
        {
            _queue.Writer.TryComplete(failure);
        }
    }

    private bool TryClaim([NotNullWhen(true)] out Slot<T>? slot)
    {
        lock (_places)
        {
            _stopped.ThrowIfCancellationRequested();
            if (_claimed == _order.Count)
            {
                _queue.Writer.TryComplete();
                slot = null;
                return false;
            }

            slot = new Slot<T>(_claimed, _order[_claimed]);
            if (!_queue.Writer.TryWrite(slot))
            {
                _queue.Writer.WriteAsync(slot, _stopped).AsTask().GetAwaiter().GetResult();
            }

            _claimed++;
            Volatile.Write(ref _mostAhead, Math.Max(_mostAhead, _claimed - Interlocked.Read(ref _taken)));
            return true;
        }
    }

    private bool TryNext([NotNullWhen(true)] out Slot<T>? slot)
    {
        do
        {
            _stopped.ThrowIfCancellationRequested();
            if (_queue.Reader.TryRead(out slot))
            {
                return true;
            }
        }
        while (_queue.Reader.WaitToReadAsync(_stopped).AsTask().GetAwaiter().GetResult());
        return false;
    }

    private void Skip(BadSample bad)
    {
        _skipped++;
        _firstBad ??= bad.Reason;
        _options.Skipped?.Invoke(bad);
        if (_skipped * (Int128)100 > _options.BadPercentAllowed * (Int128)_order.Count)
        {
            throw new DataException(
                $"{_skipped} of {_order.Count} images of '{_location}' cannot be read, more than {_options.BadPercentAllowed} %; the " +
                $"first: {_firstBad.TrimEnd('.')}.");
        }
    }
}
