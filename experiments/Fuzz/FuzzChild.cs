using System.Diagnostics;

namespace GCnn.Experiments.Fuzz;

/// <summary>A worker as its parent sees it.</summary>
internal sealed class FuzzChild : IDisposable
{
    // A reader that takes longer for a few kilobytes hangs.
    private const int PatienceMilliseconds = 30_000;

    // Most memory that the readers' own code may take; beyond, the runtime refuses, and that is a crash.
    private const string HeapLimit = "0x30000000";

    private readonly Process _process;

    /// <summary>Starts a worker.</summary>
    public FuzzChild(FuzzFormat format, FuzzOptions options, int from)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string program = Path.Combine(AppContext.BaseDirectory, "gcnn.dll");
        foreach (string argument in (string[])
            ["exec", program, "fuzz-data", "--formats", format.Name, "--seed", $"{options.Seed}", "--count", $"{options.Count}",
             "--worker-from", $"{from}"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        _process = Process.Start(start)!;

        // What the runtime has to say of a crash goes to the error stream; nobody reads it, but it must not block.
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>The next line, or null when the worker has ended or hangs; one that hangs is ended.</summary>
    public async Task<string?> Next(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(PatienceMilliseconds);
        try
        {
            return await _process.StandardOutput.ReadLineAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            _process.Kill();
            return null;
        }
    }

    /// <summary>Why there are no more lines.</summary>
    public string End()
    {
        _process.WaitForExit();
        return _process.ExitCode switch
        {
            137 => $"hung for {PatienceMilliseconds / 1000} s, or the system ended it",
            > 128 and var code => $"signal {code - 128}",
            var code => $"exit code {code}",
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
