using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Reports;

namespace GCnn.Experiments.Bench;

/// <summary>
/// A script of <c>benchmarks/peers</c> in a process of its own, which waits while others are measured. It is told a case, a line of JSON,
/// and answers when it has built it; from then on each <c>run</c> is answered by milliseconds that it measured itself.
/// </summary>
internal sealed class PeerProcess : IDisposable
{
    private const int PatienceMilliseconds = 5000;

    private readonly string _script;
    private readonly Process _process;
    private readonly List<string> _complaints = [];

    private PeerProcess(string script, Process process)
    {
        (_script, _process) = (script, process);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_complaints)
            {
                _complaints.Add(line.Data ?? "");
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a script and waits until it has loaded its library.</summary>
    /// <param name="python">The interpreter.</param>
    /// <param name="script">The script's name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="UsageException">Interpreter, script or library is missing; one sentence says what to do.</exception>
    public static PeerProcess Start(string python, string script, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(python, [Find(script), "--serve", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            PeerProcess peer = new(script, Process.Start(start)!);
            peer.Answer("start");
            return peer;
        }
        catch (Win32Exception missing)
        {
            throw new UsageException(
                $"--peers: '{python}' cannot be started ({missing.Message}); install python3-torch, or name an interpreter that has " +
                "torch by --python.",
                missing);
        }
    }

    /// <summary>Builds a case.</summary>
    public void Prepare(BenchCase bench) => Ask(BenchJson.Case(bench).ToJsonString(), bench.Title);

    /// <summary>Runs the case once.</summary>
    /// <returns>Milliseconds.</returns>
    public double Run() => Ask("\"run\"", "run")["ms"]!.GetValue<double>();

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already, which is what closing its input asks for.
        }

        if (!_process.WaitForExit(PatienceMilliseconds))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string Find(string script)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "benchmarks", "peers", script);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new UsageException(
            $"--peers: there is no benchmarks/peers/{script} above {AppContext.BaseDirectory}; run ./gcnn in a copy of the repository.");
    }

    private JsonObject Ask(string line, string what)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended; its last words are read below.
        }

        return Answer(what);
    }

    private JsonObject Answer(string what)
    {
        string? line = _process.StandardOutput.ReadLine();
        try
        {
            return line is not null && JsonNode.Parse(line) is JsonObject answer ? answer : throw Failure(what);
        }
        catch (JsonException other)
        {
            throw new UsageException(
                $"--peers: {_script} answered '{PlainText.OneLine(line!)}' to {what}; is it another version's script?", other);
        }
    }

    private UsageException Failure(string what)
    {
        _process.WaitForExit();
        lock (_complaints)
        {
            string words = _complaints.LastOrDefault(line => line.Trim().Length > 0) ?? $"it ended with exit code {_process.ExitCode}";
            return new UsageException($"--peers: {_script} ({what}): {words}");
        }
    }
}
