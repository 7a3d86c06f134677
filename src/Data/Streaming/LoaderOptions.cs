namespace GCnn.Data;

/// <summary>How a <see cref="StreamingLoader{T}"/> reads. None of it changes what is delivered, nor its order.</summary>
public sealed record LoaderOptions
{
    /// <summary>Of a hundred samples, how many may be bad before the reading is stopped, unless asked otherwise.</summary>
    public const int DefaultBadPercentAllowed = 5;

    private readonly int _threads = Environment.ProcessorCount;
    private readonly int _ahead = 64;
    private readonly int _badPercentAllowed = DefaultBadPercentAllowed;
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>Samples that are read at a time, each on a thread of its own; one for each core, unless asked otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 1 to 1024.</exception>
    public int Threads
    {
        get => _threads;
        init => _threads = value is >= 1 and <= 1024 ? value : throw new ArgumentOutOfRangeException(
            nameof(Threads), $"A loader reads with 1 to 1024 threads, and was given {value}; one for each core is a good number.");
    }

    /// <summary>Samples that may be in memory, or being read, ahead of the one that the consumer asks for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Ahead
    {
        get => _ahead;
        init => _ahead = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(Ahead), $"A loader keeps at least 1 sample ahead, and was given {value}; twice the number of threads is a good number.");
    }

    /// <summary>Of a hundred samples, how many may be bad: one more, and the reading stops.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 100.</exception>
    public int BadPercentAllowed
    {
        get => _badPercentAllowed;
        init => _badPercentAllowed = value is >= 0 and <= 100 ? value : throw new ArgumentOutOfRangeException(
            nameof(BadPercentAllowed), $"A loader passes over 0 to 100 % bad samples, and was given {value}.");
    }

    /// <summary>Told of each bad sample that is passed over, on the consumer's thread and in order.</summary>
    public Action<BadSample>? Skipped { get; init; }

    /// <summary>How long <see cref="StreamingLoader{T}.Dispose"/> waits for reads that are under way; one that never comes back is left
    /// behind on its background thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or more than a day.</exception>
    public TimeSpan Patience
    {
        get => _patience;
        init => _patience = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1) ? value : throw new ArgumentOutOfRangeException(
            nameof(Patience), $"A loader waits from no time to a day for the last reads, and was given {value}.");
    }
}
