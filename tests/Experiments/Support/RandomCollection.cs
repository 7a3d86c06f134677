namespace GCnn.Experiments.Tests.Support;

/// <summary>Tests of nets that draw random numbers, from the one stream of the process, run one after another, after the others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RandomCollection
{
    public const string Name = "Random";
}
