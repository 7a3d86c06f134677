using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Tests.Support;

/// <summary>What a run of the program gave: its exit code and what it wrote to its two streams.</summary>
internal sealed record Outcome(int Code, string Out, string Error)
{
    /// <summary>Runs the program inside this process.</summary>
    public static async Task<Outcome> Of(params string[] arguments)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        using var written = new StringWriter();
        using var complained = new StringWriter();
        try
        {
            Console.SetOut(written);
            Console.SetError(complained);
            return new Outcome(await GcnnCommand.Run(arguments), written.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    /// <summary>The one sentence of a run that was refused.</summary>
    public string Sentence()
    {
        Assert.True(Code == 2, $"exit code {Code}: {Out}{Error}");
        string line = Assert.Single(Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("gcnn: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        return line["gcnn: ".Length..];
    }
}
