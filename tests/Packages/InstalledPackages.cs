using GCnn.Packages.Tests.Support;

namespace GCnn.Packages.Tests;

/// <summary>The packages as their users meet them: a program outside the solution, and the tool.</summary>
[Collection(FeedCollection.Name)]
public sealed class InstalledPackages(Feed feed)
{
    [Fact]
    public void A_program_that_knows_only_packages_trains_a_p4m_net_that_is_invariant()
    {
        string consumer = feed.Consumer("Consumer");
        string[] lines = Ran.Of(consumer, "dotnet", "run", "-c", "Release").Good().TrimEnd().Split('\n');
        Assert.Matches(@"^torch \d+\.\d+\.\d+; \d+ parameters$", lines[^2]);
        Assert.Matches(@"^loss 0\.\d+ -> 0\.\d+ in 40 steps; \d+ % right; invariant under p4m$", lines[^1]);

        string installed = Path.Combine(feed.Room, "artifacts", "packages-installed");
        Assert.All(["gcnn.layers", "gcnn.libtorch", "gcnn.testing"], id => Assert.True(Directory.Exists(Path.Combine(installed, id, Feed.Version)), id));
        Assert.True(File.Exists(Assert.Single(Directory.GetFiles(consumer, "libgcnn_torch.so", SearchOption.AllDirectories))));
    }

    [Fact]
    public void The_tool_is_installed_and_runs()
    {
        string tools = Path.Combine(feed.Room, "tools"), gcnn = Path.Combine(tools, "gcnn");
        Ran.Of(feed.Room, "dotnet", "tool", "install", "--tool-path", tools, "--add-source", feed.Folder, "gcnn").Good();
        Assert.StartsWith("GCnn: group-equivariant CNNs", Ran.Of(feed.Room, gcnn, "--help").Good(), StringComparison.Ordinal);
        Assert.StartsWith(Feed.Version, Ran.Of(feed.Room, gcnn, "--version").Good(), StringComparison.Ordinal);
        Assert.Contains("p4m, untrained, on 65 x 65", Ran.Of(feed.Room, gcnn, "describe", "p4m").Good(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--engine fast", "--engine fast is not known; there are system and package.")]
    [InlineData("--out", "--out needs a folder.")]
    [InlineData("--all", "--all is not known here; there are --out DIR, --engine system|package and --built.")]
    public void Packing_says_in_a_sentence_what_it_does_not_understand(string arguments, string sentence)
    {
        Ran ran = Ran.Of(feed.Room, Repository.PathOf("eng", "pack"), arguments.Split(' '));
        Assert.Equal((2, $"gcnn pack: {sentence}\n"), (ran.Code, ran.Output));
    }
}
