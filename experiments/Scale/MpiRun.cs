using System.ComponentModel;
using System.Diagnostics;
using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Scale;

/// <summary>This program again, as several processes under <c>mpirun</c>.</summary>
internal static class MpiRun
{
    /// <summary>Runs a command as a job and waits for its end.</summary>
    /// <param name="ranks">The number of processes.</param>
    /// <param name="arguments">The command and its options.</param>
    /// <param name="cancellation">Ends the job.</param>
    /// <exception cref="UsageException">There is no <c>mpirun</c>, or the job failed; one sentence.</exception>
    public static async Task Run(int ranks, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using Process job = Start(ranks, arguments);
        using CancellationTokenRegistration registration = cancellation.Register(() => job.Kill());
        Task<string> output = job.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = job.StandardError.ReadToEndAsync(CancellationToken.None);
        await job.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await output.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (job.ExitCode != 0)
        {
            string said = (await error.ConfigureAwait(false)).Split('\n').FirstOrDefault(line => line.Any(char.IsLetter)) ?? "it said nothing";
            throw new UsageException($"mpirun -n {ranks} failed with exit code {job.ExitCode}: {said}");
        }
    }

    private static Process Start(int ranks, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("mpirun") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

        // More processes than cores take turns, and one that waits must give its turn away.
        string[] before = ["--oversubscribe", "--mca", "mpi_yield_when_idle", "1", "-n", $"{ranks}"];
        before = Environment.IsPrivilegedProcess ? ["--allow-run-as-root", .. before] : before;
        string program = Path.Combine(AppContext.BaseDirectory, "gcnn.dll");
        foreach (string argument in (string[])[.. before, "dotnet", "exec", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        // OpenMP's threads are counted before the program can say how many it wants.
        start.Environment["OMP_NUM_THREADS"] = $"{Math.Max(1, Environment.ProcessorCount / ranks)}";
        start.Environment["TERM"] = "dumb";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new UsageException("mpirun is not installed here; install it with: apt-get install openmpi-bin", missing);
        }
    }
}
