namespace GCnn.Packages.Tests.Support;

/// <summary>The tests that share one set of packages, one after the other: two cores have enough to do.</summary>
[CollectionDefinition(Name)]
public sealed class FeedCollection : ICollectionFixture<Feed>
{
    public const string Name = "packages";
}
