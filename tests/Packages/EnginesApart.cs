using GCnn.Packages.Tests.Support;

namespace GCnn.Packages.Tests;

/// <summary>Packages for the two engines: each depends on its own, and they cannot be mixed.</summary>
[Collection(FeedCollection.Name)]
public sealed class EnginesApart(Feed feed)
{
    private const string Other = "0.1.0-torchsharp";
    private const string Refusal = "error GCNN0001: GCnn.LibTorch and TorchSharp both give the assembly TorchSharp, and only one can be used.";

    [Fact]
    public void A_package_depends_on_exactly_those_that_it_was_built_with()
    {
        foreach (string id in Feed.Libraries)
        {
            using Package package = feed.Open(id);
            Assert.Null(Fault(package, Feed.Version));
            Assert.Equal(NeedsTensors(id), package.Dependencies.ContainsKey("GCnn.LibTorch"));
            Assert.DoesNotContain("TorchSharp", package.Dependencies.Keys);
        }
    }

    [Fact]
    public void For_the_other_engine_they_depend_on_TorchSharp_and_none_can_be_used_beside_ours()
    {
        string shells = PackShells();
        string[] engine = ["GCnn.LibTorch", "gcnn"];
        Assert.Equal(
            Feed.Libraries.Except(engine).Select(id => $"{id}.{Other}.nupkg"),
            Directory.GetFiles(shells).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach (string id in Feed.Libraries.Except(engine))
        {
            using var package = new Package(Path.Combine(shells, $"{id}.{Other}.nupkg"));
            Assert.Null(Fault(package, Other));
            Assert.NotNull(Fault(package, Feed.Version));
            Assert.Equal(NeedsTensors(id) ? "0.107.0" : null, package.Dependencies.GetValueOrDefault("TorchSharp"));
            Assert.DoesNotContain(package.Dependencies.Keys, name => name is "TorchSharp-cpu" or "GCnn.LibTorch");
        }

        // NuGet only warns, unless warnings are errors as in the consumer; then the build is stopped.
        string mixed = Mixed();
        string[] sources = [$"-p:RestoreAdditionalProjectSources={shells}%3B{Path.Combine(feed.Room, "empty")}"];
        Assert.Contains(
            "error NU1608: Warning As Error: Detected package version outside of dependency constraint: GCnn.Augment 0.1.0-torchsharp requires " +
            "GCnn.Actions (= 0.1.0-torchsharp) but version GCnn.Actions 0.1.0 was resolved.",
            Ran.Of(mixed, "dotnet", ["restore", .. sources]).Output,
            StringComparison.Ordinal);
        Assert.Contains(Refusal, Ran.Of(mixed, "dotnet", ["build", "-nologo", "-p:TreatWarningsAsErrors=false", .. sources]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TorchSharp_itself_beside_ours_is_refused_in_a_sentence()
    {
        string torch = Path.Combine(feed.Room, "torch");
        Directory.CreateDirectory(torch);
        using Package ours = feed.Open("GCnn.LibTorch");
        Feed.Invent(torch, "TorchSharp", "0.107.0", ("lib/net8.0/TorchSharp.dll", ours.Bytes("lib/net10.0/TorchSharp.dll")));
        string consumer = feed.Consumer("WithTorchSharp");
        Add(consumer, "TorchSharp", "0.107.0");
        Ran build = Ran.Of(consumer, "dotnet", "build", "-nologo", $"-p:RestoreAdditionalProjectSources={torch}");
        Assert.NotEqual(0, build.Code);
        Assert.Contains(Refusal, build.Output, StringComparison.Ordinal);
    }

    /// <summary>A dependency on one of our packages that is not exactly of a version.</summary>
    private static string? Fault(Package package, string version) => package.Dependencies
        .Where(dependency => dependency.Key.StartsWith("GCnn.", StringComparison.Ordinal) && dependency.Value != $"[{version}]")
        .Select(dependency => $"{package.Value("id")} depends on {dependency.Key} {dependency.Value}")
        .FirstOrDefault() ?? (package.Value("version") == version ? null : $"{package.Value("id")} is {package.Value("version")}");

    private static bool NeedsTensors(string id) => id is not ("GCnn.Groups" or "GCnn.Images" or "GCnn.Data" or "GCnn.LibTorch");

    /// <summary>
    /// Packs for the other engine, without assemblies: TorchSharp is on no registry that we reach, so two empty packages stand for it. They
    /// and all that is restored for it stay in the room.
    /// </summary>
    private string PackShells()
    {
        string sources = Path.Combine(feed.Room, "empty"), room = Path.Combine(feed.Room, "other"), shells = Path.Combine(room, "packages");
        Directory.CreateDirectory(sources);
        foreach (string id in (string[])["TorchSharp", "TorchSharp-cpu"])
            Feed.Invent(sources, id, "0.107.0", ("lib/netstandard2.0/_._", []), ($"lib/netstandard2.0/{id}.dll", []));
        string installed = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string[] common = ["-nologo", "-p:Configuration=Release", "-p:TorchEngine=package", $"-p:ArtifactsPath={room}", $"-p:RestorePackagesPath={room}/installed", $"-p:RestoreFallbackFolders={installed}"];
        string project = Repository.PathOf("eng", "Packages.proj");
        Ran.Of(feed.Room, "dotnet", ["msbuild", project, "-t:Restore", $"-p:RestoreAdditionalProjectSources={sources}", .. common]).Good();
        Ran.Of(feed.Room, "dotnet", ["msbuild", project, "-t:PackShells", $"-p:PackageOutputPath={shells}", .. common]).Good();
        return shells;
    }

    /// <summary>The consumer with one package of the other kind.</summary>
    private string Mixed()
    {
        string consumer = feed.Consumer("Mixed");
        string project = Path.Combine(consumer, "Consumer.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace(
            "\"GCnn.Augment\" Version=\"$(GCnnVersion)\"", $"\"GCnn.Augment\" Version=\"{Other}\"", StringComparison.Ordinal));
        return consumer;
    }

    private static void Add(string consumer, string id, string version)
    {
        string project = Path.Combine(consumer, "Consumer.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace(
            "</Project>", $"<ItemGroup><PackageReference Include=\"{id}\" Version=\"{version}\" /></ItemGroup></Project>", StringComparison.Ordinal));
    }
}
