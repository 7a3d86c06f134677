using System.Globalization;
using GCnn.Packages.Tests.Support;

namespace GCnn.Packages.Tests;

/// <summary>What stands in the packages and what they say of themselves.</summary>
[Collection(FeedCollection.Name)]
public sealed class PackageContents(Feed feed)
{
    public static TheoryData<string> Libraries => [.. Feed.Libraries];

    public static TheoryData<string> All => [.. Feed.Libraries, "gcnn"];

    [Fact]
    public void There_is_a_package_for_every_library_and_one_for_the_tool()
    {
        Assert.Equal(
            Feed.Libraries.Append("gcnn").Select(id => $"{id}.{Feed.Version}.nupkg").Order(StringComparer.Ordinal),
            Directory.GetFiles(feed.Folder, "*.nupkg").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(["GCnn.Groups", "GCnn.Layers", "GCnn.Augment", "GCnn.Testing", "GCnn.LibTorch"], id => Assert.Contains(id, Feed.Libraries));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_says_what_it_is_whose_it_is_and_where_it_is_from(string id)
    {
        using Package package = feed.Open(id);
        Assert.Equal((id, Feed.Version, "MIT"), (package.Value("id"), package.Value("version"), package.Value("license")));
        Assert.InRange(package.Value("description")!.Length, 30, 300);
        Assert.EndsWith(".", package.Value("description"), StringComparison.Ordinal);
        Assert.Contains("equivariance", package.Value("tags"), StringComparison.Ordinal);
        Assert.Equal("README.md", package.Value("readme"));
        Assert.StartsWith($"# {id}\n", package.Read("README.md"), StringComparison.Ordinal);
        Assert.Equal(Repository.Read("LICENSE"), package.Read("LICENSE"));
        Assert.Equal("git", package.Element("repository").Attribute("type")!.Value);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_has_its_documentation_and_portable_symbols(string id)
    {
        string assembly = id == "GCnn.LibTorch" ? "TorchSharp" : id;
        using Package package = feed.Open(id);
        Assert.Contains($"lib/net10.0/{assembly}.dll", package.Files);
        Assert.Contains("<member name=", package.Read($"lib/net10.0/{assembly}.xml"), StringComparison.Ordinal);
        using Package symbols = feed.Open(id, "snupkg");
        Assert.Equal("BSJB"u8.ToArray(), symbols.Bytes($"lib/net10.0/{assembly}.pdb")[..4]);
    }

    [Fact]
    public void The_engine_has_its_native_library_and_refuses_a_second_TorchSharp()
    {
        using Package package = feed.Open("GCnn.LibTorch");
        string native = Assert.Single(package.Files, file => file.StartsWith("runtimes/linux-", StringComparison.Ordinal));
        Assert.EndsWith("/native/libgcnn_torch.so", native, StringComparison.Ordinal);
        Assert.Equal([0x7F, .. "ELF"u8], package.Bytes(native)[..4]);
        Assert.Contains("buildTransitive/GCnn.LibTorch.targets", package.Files);
    }

    [Fact]
    public void The_tool_brings_all_that_it_runs_on_and_the_licences_of_others()
    {
        using Package package = feed.Open("gcnn");
        Assert.Equal("DotnetTool", package.Element("packageTypes").Elements().Single().Attribute("name")!.Value);
        Assert.Contains("<Command Name=\"gcnn\" EntryPoint=\"gcnn.dll\"", package.Read("tools/net10.0/any/DotnetToolSettings.xml"), StringComparison.Ordinal);
        string[] assemblies = [.. package.Files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file))];
        Assert.Contains("TorchSharp", assemblies);
        Assert.Contains("tools/net10.0/any/libgcnn_torch.so", package.Files);
        string notices = package.Read("THIRD-PARTY-NOTICES.md");
        Assert.All(
            assemblies.Where(name => name is not ("gcnn" or "TorchSharp") && !name.StartsWith("GCnn.", StringComparison.Ordinal)),
            name => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| {name} |"), notices, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_commit_gives_the_same_bytes()
    {
        string again = Path.Combine(feed.Room, "again");
        Ran.Of(feed.Room, Repository.PathOf("eng", "pack"), "--built", "--out", again).Good();
        Assert.All(
            Directory.GetFiles(feed.Folder),
            file => Assert.True(
                File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again, Path.GetFileName(file)))),
                $"{Path.GetFileName(file)} differs when packed again"));
    }
}
