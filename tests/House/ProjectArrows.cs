using System.Xml.Linq;
using GCnn.Groups;

namespace GCnn.House.Tests;

/// <summary>Which project may reference which: the arrows go down only.</summary>
public class ProjectArrows
{
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "src/Groups/GCnn.Groups.csproj", [] },
        { "src/LibTorch/TorchSharp.csproj", [] },
        { "src/Images/GCnn.Images.csproj", [] },
        { "src/Data/GCnn.Data.csproj", ["GCnn.Images"] },
        { "src/Checkpoints/GCnn.Checkpoints.csproj", ["GCnn.Data"] },
        { "src/Actions/GCnn.Actions.csproj", ["GCnn.Groups"] },
        { "src/Layers/GCnn.Layers.csproj", ["GCnn.Actions", "GCnn.Groups"] },
        { "src/Augment/GCnn.Augment.csproj", ["GCnn.Actions", "GCnn.Groups"] },
        { "src/Distributed/GCnn.Distributed.csproj", ["GCnn.Layers"] },
        { "src/Onnx/GCnn.Onnx.csproj", ["GCnn.Layers"] },
        { "src/Testing/GCnn.Testing.csproj", ["GCnn.Actions", "GCnn.Groups", "GCnn.Images"] },
        { "experiments/GCnn.Experiments.csproj", ["GCnn.Augment", "GCnn.Checkpoints", "GCnn.Data", "GCnn.Distributed", "GCnn.Images", "GCnn.Layers", "GCnn.Onnx", "GCnn.Testing"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_references_what_the_design_draws_and_nothing_else(string project, string[] allowed) =>
        Assert.Equal(allowed, Repository.References(project, "ProjectReference"));

    [Fact]
    public void Every_library_is_pinned()
    {
        string[] projects = [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)];
        Assert.Equal(projects.Length, Allowed.Count(row => ((string)row[0]).StartsWith("src/", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_core_uses_the_base_library_and_MathNet_only()
    {
        Assert.Equal(["MathNet"], Repository.References("src/Groups/GCnn.Groups.csproj", "PackageReference").Select(p => p.Split('.')[0]));
        string[] assemblies = [.. typeof(FiniteGroup).Assembly.GetReferencedAssemblies().Select(a => a.Name!)];
        Assert.DoesNotContain(assemblies, name => name.Contains("Torch", StringComparison.OrdinalIgnoreCase));
        Assert.All(assemblies, name => Assert.Matches("^(System|MathNet|netstandard|mscorlib)", name));
    }

    [Fact]
    public void Tensors_come_from_one_place()
    {
        // No project names TorchSharp itself: Directory.Build.targets does, by the engine that was chosen.
        IEnumerable<string> projects = Directory
            .EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/artifacts/", StringComparison.Ordinal));
        Assert.All(projects, path => Assert.DoesNotContain(
            XDocument.Load(path).Descendants().Where(e => e.Name.LocalName is "PackageReference" or "ProjectReference"),
            e => e.Attribute("Include")!.Value.Contains("TorchSharp", StringComparison.Ordinal)));
    }
}
