using System.Diagnostics;
using System.Text.Json;

namespace GCnn.House.Tests;

/// <summary>Which engine a project gets, found by evaluating it as a build would.</summary>
public class EngineChoice
{
    private const string Project = "src/Layers/GCnn.Layers.csproj";
    private const string NoHeaders = "-p:LibTorchInclude=/nonexistent";

    [Fact]
    public void The_package_is_chosen_when_the_property_says_so()
    {
        Assert.Equal("TorchSharp-cpu", Package("-p:TorchEngine=package"));
        Assert.False(Binding("-p:TorchEngine=package"));
    }

    [Fact]
    public void The_package_is_chosen_where_the_headers_are_absent()
    {
        Assert.Equal("TorchSharp-cpu", Package(NoHeaders));
        Assert.False(Binding(NoHeaders));
    }

    [Fact]
    public void The_system_engine_is_chosen_when_the_property_says_so_even_without_headers()
    {
        Assert.Null(Package("-p:TorchEngine=system", NoHeaders));
        Assert.True(Binding("-p:TorchEngine=system", NoHeaders));
    }

    [Fact]
    public void The_system_engine_is_chosen_where_the_headers_are_installed()
    {
        // A folder that looks like libtorch's, so that the test does not depend on the machine.
        string include = Directory.CreateTempSubdirectory("gcnn-headers").FullName;
        string header = Path.Combine(include, "torch/csrc/api/include/torch/torch.h");
        Directory.CreateDirectory(Path.GetDirectoryName(header)!);
        File.WriteAllText(header, "");
        try
        {
            Assert.Null(Package($"-p:LibTorchInclude={include}"));
            Assert.True(Binding($"-p:LibTorchInclude={include}"));
        }
        finally
        {
            Directory.Delete(include, recursive: true);
        }
    }

    private static string? Package(params string[] properties) =>
        Items("PackageReference", properties).FirstOrDefault(name => name.StartsWith("TorchSharp", StringComparison.Ordinal));

    private static bool Binding(params string[] properties) =>
        Items("ProjectReference", properties).Any(name => name.EndsWith("LibTorch/TorchSharp.csproj", StringComparison.Ordinal));

    private static List<string> Items(string kind, string[] properties)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Repository.Root };
        foreach (string argument in (string[])["msbuild", Project, $"-getItem:{kind}", .. properties])
        {
            start.ArgumentList.Add(argument);
        }

        // The engine must come from the project's own rules, not from what this test run was given.
        start.Environment.Remove("TorchEngine");
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        using var json = JsonDocument.Parse(output);
        return [.. json.RootElement.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(e => e.GetProperty("Identity").GetString()!)];
    }
}
