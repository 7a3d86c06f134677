using System.Diagnostics;

namespace GCnn.Experiments.Tests.Support;

/// <summary>The program as several processes under <c>mpirun</c>.</summary>
internal sealed class RankedProgram : IDisposable
{
    private readonly Process _job;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    public RankedProgram(int ranks, params string[] arguments)
    {
        var start = new ProcessStartInfo("mpirun") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string dll = Path.Combine(AppContext.BaseDirectory, "gcnn.dll");
        foreach (string argument in (string[])[
            "--allow-run-as-root", "--oversubscribe", "--mca", "mpi_yield_when_idle", "1", "-n", $"{ranks}", "dotnet", "exec", dll, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["TERM"] = "dumb";
        _job = Process.Start(start)!;
        (_output, _error) = (_job.StandardOutput.ReadToEndAsync(), _job.StandardError.ReadToEndAsync());
    }

    public static async Task<Outcome> Of(int ranks, params string[] arguments)
    {
        using var program = new RankedProgram(ranks, arguments);
        return await program.End();
    }

    /// <summary>Waits until something holds, or the job has ended.</summary>
    public void Await(Func<bool> holds)
    {
        while (!holds() && !_job.HasExited)
            Thread.Sleep(5);
    }

    /// <summary>Kills one process of the job, as <c>kill -9</c> does.</summary>
    public void Kill(int rank)
    {
        foreach (Process process in Process.GetProcessesByName("dotnet"))
        {
            if (IsRank(process.Id, rank))
                process.Kill();
            process.Dispose();
        }
    }

    public async Task<Outcome> End()
    {
        await _job.WaitForExitAsync();
        return new Outcome(_job.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_job.HasExited)
            _job.Kill();
        _job.Dispose();
    }

    private bool IsRank(int process, int rank)
    {
        try
        {
            string[] environment = File.ReadAllText($"/proc/{process}/environ").Split('\0');
            string parent = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal));
            return parent["PPid:".Length..].Trim() == $"{_job.Id}" && environment.Contains($"OMPI_COMM_WORLD_RANK={rank}");
        }
        catch (IOException)
        {
            // It has ended since.
            return false;
        }
    }
}
