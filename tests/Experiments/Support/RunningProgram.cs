using System.Diagnostics;
using System.Globalization;

namespace GCnn.Experiments.Tests.Support;

/// <summary>The program as a process of its own, to be stopped and killed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    public RunningProgram(params string[] arguments)
        : this(toFullDisk: false, arguments)
    {
    }

    public RunningProgram(bool toFullDisk, params string[] arguments)
        : this(toFullDisk, Environment.CurrentDirectory, arguments)
    {
    }

    private RunningProgram(bool toFullDisk, string folder, string[] arguments)
    {
        string dll = Path.Combine(AppContext.BaseDirectory, "gcnn.dll");
        string shell = toFullDisk ? "exec \"$@\" >/dev/full" : "exec \"$@\"";
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (string argument in (string[])["-c", shell, "sh", "dotnet", "exec", dll, .. arguments])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        (_output, _error) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
    }

    /// <summary>Starts it in a folder.</summary>
    public static RunningProgram In(string folder, params string[] arguments) => new(toFullDisk: false, folder, arguments);

    /// <summary>Waits until something holds, or the program has ended.</summary>
    public void Await(Func<bool> holds)
    {
        while (!holds() && !_process.HasExited)
            Thread.Sleep(5);
    }

    public void Kill() => _process.Kill();

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<Outcome> End()
    {
        await _process.WaitForExitAsync();
        return new Outcome(_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
