using System.Runtime.InteropServices;
using GCnn.Augment;
using GCnn.Data;
using GCnn.Experiments.Reports;

namespace GCnn.Experiments.CommandLine;

/// <summary>Turns what may go wrong in a command into one sentence and an exit code; no stack trace reaches a user.</summary>
internal static class Guard
{
    /// <summary>The exit code of a check that found a model not to be equivariant.</summary>
    public const int NotEquivariant = 1;

    /// <summary>The exit code of a comparison that found two implementations of a model to differ.</summary>
    public const int Differs = 1;

    /// <summary>The exit code of a request that cannot be done or of data that cannot be read.</summary>
    public const int BadInput = 2;

    /// <summary>The exit code of a check whose measurement could not tell.</summary>
    public const int CouldNotTell = 3;

    /// <summary>The exit code of a run stopped by Ctrl-C, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs a command's body.</summary>
    /// <param name="body">The body; it throws what a user can mend as one of the known exceptions.</param>
    /// <returns>0, or the exit code of what went wrong.</returns>
    public static int Run(Action body) => Run(() =>
    {
        body();
        return 0;
    });

    /// <summary>Runs a command's body that has an exit code of its own.</summary>
    /// <param name="body">The body; it throws what a user can mend as one of the known exceptions.</param>
    /// <returns>The body's exit code, or that of what went wrong.</returns>
    public static int Run(Func<int> body)
    {
        try
        {
            return body();
        }
        catch (OperationCanceledException stopped)
        {
            return Say(stopped.Message, Interrupted);
        }
        catch (DataException bad)
        {
            return Say(bad.Message, BadInput);
        }
        catch (Exception bad) when (bad is UsageException or PipelineException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Say(bad.Message, BadInput);
        }
        catch (DllNotFoundException missing)
        {
            return Say(
                $"a native library is missing ({missing.Message.Split('\n')[0]}) Run the script ./gcnn, which installs it, or install Debian's " +
                "libtorch1.13, libgd3, libhdf5-103-1 and libcfitsio10.",
                BadInput);
        }
        catch (OutOfMemoryException)
        {
            return Say("the memory is exhausted; use a smaller --batch, --size or --parameters.", BadInput);
        }
        catch (ExternalException engine)
        {
            return Say($"libtorch could not go on: {engine.Message.Split('\n')[0]}", BadInput);
        }
    }

    private static int Say(string message, int exitCode)
    {
        Console.Error.WriteLine(PlainText.OneLine($"gcnn: {message}"));
        return exitCode;
    }
}
