using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;

namespace GCnn.Experiments.Reports;

/// <summary>What a result depends on beside its options: the program, the engine and the machine.</summary>
public static class Provenance
{
    /// <summary>The program's version, with the commit it was built from.</summary>
    public static string Version { get; } =
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The engine's version.</summary>
    public static string Engine => $"libtorch {torch.__version__}";

    /// <summary>The machine: processor, cores, system and runtime.</summary>
    public static string Machine =>
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    private static string Processor()
    {
        const string Key = "model name";
        const string Info = "/proc/cpuinfo";
        string? line = File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith(Key, StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
    }
}
