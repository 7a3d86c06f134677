using System.Globalization;
using GCnn.Data;
using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Predict;

/// <summary>One of several processes that work on a set together: an object is of the rank <c>⌊h / 100⌋ mod n</c>, where <c>h</c> is the
/// hash of its id (<see cref="SplitRule.Hash"/>) and <c>n</c> the number of ranks, whatever stands beside it.</summary>
/// <remarks><c>h mod 100</c> says which part of a split it is in; of no part does one rank get more than another.</remarks>
/// <param name="Rank">From 0 to <c>Ranks - 1</c>.</param>
/// <param name="Ranks">How many there are.</param>
public readonly record struct Shard(int Rank, int Ranks)
{
    /// <summary>No more processes are possible.</summary>
    public const int MaximumRanks = 100_000;

    /// <summary>The one process that predicts everything.</summary>
    public static Shard Whole { get; } = new(0, 1);

    /// <summary>Whether an object is of this rank.</summary>
    /// <param name="objectId">The object.</param>
    public bool Holds(string objectId) => RankOf(objectId, Ranks) == Rank;

    /// <summary>The rank that an object is of.</summary>
    /// <param name="objectId">The object.</param>
    /// <param name="ranks">How many ranks there are.</param>
    public static int RankOf(string objectId, int ranks) => ranks == 1 ? 0 : (int)(SplitRule.Hash(objectId) / 100 % (ulong)ranks);

    /// <summary>Reads what <c>--shard</c> was given, such as <c>0/4</c>.</summary>
    /// <param name="text">What was given.</param>
    /// <exception cref="UsageException">It is no rank and number of ranks.</exception>
    public static Shard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var rank, var ranks]
            && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out int own)
            && int.TryParse(ranks, NumberStyles.None, CultureInfo.InvariantCulture, out int all)
                ? new Shard(own, all).Checked()
                : throw new UsageException($"--shard {text}: a rank and the number of ranks are needed, such as 0/4.");
    }

    /// <summary>Refuses a rank that there is not.</summary>
    /// <returns>This shard.</returns>
    /// <exception cref="UsageException">There is no such rank.</exception>
    public Shard Checked() => Ranks is >= 1 and <= MaximumRanks && Rank >= 0 && Rank < Ranks
        ? this
        : throw new UsageException($"--shard {this}: of n ranks, from 1 to {MaximumRanks}, they are numbered from 0 to n - 1.");

    /// <summary>Such as <c>0/4</c>.</summary>
    public override string ToString() => $"{Rank}/{Ranks}";
}
