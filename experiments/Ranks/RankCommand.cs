using GCnn.Distributed;
using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Ranks;

/// <summary>
/// Runs a command in one process, or as one of several that <c>mpirun</c> or <c>srun</c> started: rank 0 speaks for all, and a rank that
/// fails says why in one sentence and ends the whole job.
/// </summary>
internal static class RankCommand
{
    // What is wrong for all of them, rank 0 says, and ends the job before the others have waited.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(3);

    /// <summary>The threads that a process computes with unless asked otherwise: its part of the machine's cores.</summary>
    public static int DefaultThreads => Started(out Launch launch) is null
        ? launch.ThreadsOf(Environment.ProcessorCount) : Environment.ProcessorCount;

    /// <summary>Runs a command's body.</summary>
    /// <param name="body">The body; it throws what a user can mend as one of the known exceptions.</param>
    /// <returns>0, or the exit code of what went wrong.</returns>
    public static int Run(Action body)
    {
        string? refused = Started(out Launch launch);
        return refused is not null ? Guard.Run(() => throw new UsageException(refused))
            : launch.IsParallel ? RunRank(launch, body) : Guard.Run(body);
    }

    private static int RunRank(Launch launch, Action body)
    {
        TextWriter error = Console.Error;
        using var said = new StringWriter();
        if (launch.Rank > 0)
        {
            Console.SetOut(TextWriter.Null);
            Console.SetError(said);
        }

        int code = Guard.Run(() =>
        {
            MpiWorld world = Start();
            body();
            world.Dispose();
        });
        if (code != 0)
        {
            if (launch.Rank > 0)
            {
                Thread.Sleep(First);
                error.Write($"{said}".Replace("gcnn: ", $"gcnn: rank {launch.Rank}: ", StringComparison.Ordinal));
                error.Flush();
            }

            MpiWorld.Abort(code);
        }

        return code;
    }

    private static MpiWorld Start()
    {
        try
        {
            return MpiWorld.Start();
        }
        catch (DllNotFoundException missing)
        {
            throw new UsageException(missing.Message, missing);
        }
    }

    private static string? Started(out Launch launch)
    {
        try
        {
            launch = Launch.Current;
            return null;
        }
        catch (PlatformNotSupportedException lost)
        {
            launch = Launch.Single;
            return lost.Message;
        }
    }
}
