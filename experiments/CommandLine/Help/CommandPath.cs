using System.CommandLine;

namespace GCnn.Experiments.CommandLine.Help;

/// <summary>How a command is called from a shell.</summary>
internal static class CommandPath
{
    /// <summary>The program's name and those of the commands down to this one, such as <c>gcnn data describe</c>.</summary>
    /// <param name="command">The command.</param>
    public static string Of(Command command) => string.Join(' ', NamesDownTo(command));

    private static IEnumerable<string> NamesDownTo(Command command) => command is RootCommand
        ? ["gcnn"]
        : [.. command.Parents.OfType<Command>().SelectMany(NamesDownTo), command.Name];
}
