namespace GCnn.Experiments.Kills;

/// <summary>A kill.</summary>
/// <param name="After">The time from the process's start.</param>
/// <param name="Place">Where it fell.</param>
/// <param name="Newest">The newest checkpoint that it left, or null.</param>
internal sealed record Kill(TimeSpan After, KillPlace Place, string? Newest)
{
    /// <summary>A place in words.</summary>
    public static string Words(KillPlace place) => place switch
    {
        KillPlace.BeforeTheFirstCheckpoint => "before the first checkpoint",
        KillPlace.BeforeItsOwnFirst => "before the process's own first checkpoint",
        KillPlace.BetweenTwo => "between two checkpoints",
        KillPlace.WhileWriting => "while writing one",
        _ => "after the training",
    };

    /// <summary>When, where and what was left.</summary>
    public override string ToString() => $"after {After.TotalSeconds:0.00} s, {Words(Place)}{(Newest is null ? "" : $"; newest {Newest}")}";
}
