namespace GCnn.Experiments.Fuzz;

/// <summary>What came of the mutations of a format.</summary>
/// <param name="Format">Its name.</param>
internal sealed record FuzzCount(string Format)
{
    /// <summary>Mutations that were read whole.</summary>
    public int Read { get; set; }

    /// <summary>Mutations of which something was refused, by a sentence.</summary>
    public int Refused { get; set; }

    /// <summary>Mutations that brought the reader down or made it break a promise.</summary>
    public int Crashes { get; set; }

    /// <summary>Largest memory of a worker, in KiB.</summary>
    public long PeakKibibytes { get; set; }

    /// <summary>The names over the numbers.</summary>
    public static string Head => $"{"format",-12}{"mutations",10}{"refused",10}{"read",10}{"crashes",10}{"peak memory",14}";

    /// <summary>One line.</summary>
    public override string ToString() =>
        $"{Format,-12}{Read + Refused + Crashes,10}{Refused,10}{Read,10}{Crashes,10}{$"{PeakKibibytes / 1024} MiB",14}";
}
