using System.CommandLine;
using System.CommandLine.Invocation;

namespace GCnn.Experiments.CommandLine.Help;

/// <summary>What <c>--help</c> does: it shows one screen, and everything where <c>all</c> follows it.</summary>
internal sealed class HelpScreenAction : SynchronousCommandLineAction
{
    private static readonly string[] Names = ["--help", "-h", "-?"];

    /// <summary>Whoever asks for help need not have given the rest.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        foreach (string line in WantsAll(parseResult) ? HelpScreen.AllOf(command) : HelpScreen.Of(command))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(line);
        }

        return 0;
    }

    private static bool WantsAll(ParseResult parse)
    {
        string[] given = [.. parse.Tokens.Select(token => token.Value)];
        return given.Zip(given.Skip(1)).Any(pair => Names.Contains(pair.First) && pair.Second == "all");
    }
}
