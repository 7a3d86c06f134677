using System.Text.Json;
using GCnn.Distributed;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Predict;

namespace GCnn.Experiments.Ranks;

/// <summary>The processes, the ranks, that do one run together; or one process by itself, which then does all of it.</summary>
/// <remarks>
/// Every object is of one rank, by the hash of its id (<see cref="Shard.RankOf"/>). What is said to be called by all, all ranks must call in
/// the same order.
/// </remarks>
public sealed class RankGroup
{
    private readonly Communicator? _all;

    private RankGroup(Communicator? all)
    {
        _all = all;
        Shard = all is null ? Shard.Whole : new Shard(all.Rank, all.Size);
    }

    /// <summary>One process by itself.</summary>
    public static RankGroup Alone { get; } = new(null);

    /// <summary>The processes of this job, where <c>mpirun</c> started several.</summary>
    public static RankGroup Current => MpiWorld.Started is { } world ? new RankGroup(world.All) : Alone;

    /// <summary>The objects of this rank.</summary>
    public Shard Shard { get; }

    /// <summary>Whether there are other ranks.</summary>
    public bool IsParallel => Shard.Ranks > 1;

    /// <summary>Whether this is the rank that prints and writes.</summary>
    public bool IsFirst => Shard.Rank == 0;

    /// <summary>What adds up gradients and statistics in a training, or null for a process by itself. To be called by all.</summary>
    public MpiExchange? Exchange() => _all is null ? null : new MpiExchange(_all);

    /// <summary>What every rank has to say, in their order. To be called by all.</summary>
    /// <typeparam name="T">What <see cref="JsonSerializer"/> writes and reads.</typeparam>
    /// <param name="own">What this rank says.</param>
    public IReadOnlyList<T> Share<T>(T own) => _all is null
        ? [own]
        : [.. _all.Share(JsonSerializer.Serialize(own)).Select(text => JsonSerializer.Deserialize<T>(text)!)];

    /// <summary>What rank 0 has to say, such as a measured time. To be called by all.</summary>
    /// <typeparam name="T">What <see cref="JsonSerializer"/> writes and reads.</typeparam>
    /// <param name="own">What this rank says.</param>
    public T OfFirst<T>(T own) => Share(own)[0];

    /// <summary>Waits for all. To be called by all.</summary>
    public void Meet() => _all?.Barrier();

    /// <summary>Answers about objects, each found by the rank that it is of, in every rank. To be called by all.</summary>
    /// <param name="ids">The objects.</param>
    /// <param name="classes">The numbers of an answer.</param>
    /// <param name="answers">Gives answers, one list for each pose, about the objects at some places of the list.</param>
    /// <returns>The answers about all objects, for each pose.</returns>
    public IReadOnlyList<Logits> Answers(IReadOnlyList<string> ids, int classes, Func<int[], IReadOnlyList<Logits>> answers)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(answers);
        int[] own = [.. Enumerable.Range(0, ids.Count).Where(place => Shard.Holds(ids[place]))];
        IReadOnlyList<Logits> found = answers(own);
        return _all is null ? found : [.. found.Select(logits => Together(_all, logits, own, ids.Count, classes))];
    }

    // Each number is one rank's and 0 in the others, so that sums are exact.
    private static Logits Together(Communicator all, Logits logits, int[] own, int count, int classes)
    {
        var values = new float[count * classes];
        for (int i = 0; i < own.Length; i++)
        {
            logits.Values.AsSpan(i * classes, classes).CopyTo(values.AsSpan(own[i] * classes));
        }

        all.Sum<float>(values);
        return new Logits(values, classes);
    }
}
