using System.Diagnostics;
using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace GCnn.Checkpoints.Tests;

/// <summary>Our files, read by the script of the format's own layout; without python3 on the machine there is nothing to compare with.</summary>
public sealed class ReadByPython : IDisposable
{
    private readonly Place _place = new();

    [PythonFact]
    public void The_script_reads_ours_and_finds_every_rule_kept()
    {
        using var scope = NewDisposeScope();
        using SafeTensorsFile golden = SafeTensors.Open(Samples.PathOf("types.safetensors"));
        Dictionary<string, string> metadata = new() { ["format"] = "pt", ["ü"] = "a\n\"b\" \\ ☃" };
        SafeTensors.Write(_place["ours"], golden.ReadAll(), metadata);
        JsonObject read = Read(_place["ours"]);
        using SafeTensorsFile ours = SafeTensors.Open(_place["ours"]);
        Assert.Equal(Samples.Lines(ours), Samples.Lines(read["tensors"]!.AsObject()));
        Assert.Equal(Samples.Lines(golden).Order(StringComparer.Ordinal), Samples.Lines(ours).Order(StringComparer.Ordinal));
        Assert.All(metadata, entry => Assert.Equal(entry.Value, read["metadata"]![entry.Key]!.GetValue<string>()));
        Assert.True(read["aligned"]!.GetValue<bool>() && read["sha256"]!.GetValue<bool>());
    }

    [PythonFact]
    public void The_script_makes_the_committed_files_again()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "safetensors_layout.py"), _place["safetensors_layout.py"]);
        Python(_place["safetensors_layout.py"], "make");
        Assert.All(Directory.GetFiles(Samples.PathOf("")), file =>
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(_place["Samples"], Path.GetFileName(file)))));
    }

    public void Dispose() => _place.Dispose();

    private static JsonObject Read(string path) =>
        JsonNode.Parse(Python(Path.Combine(AppContext.BaseDirectory, "safetensors_layout.py"), "read", path))!.AsObject();

    private static string Python(params string[] arguments)
    {
        using Process python = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
        return output;
    }
}
