namespace GCnn.Experiments.Tests.Support;

/// <summary>Tests that take the console for themselves run one after another, after the others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleCollection : ICollectionFixture<SkyFolder>
{
    public const string Name = "Console";
}
