using System.CommandLine;
using System.CommandLine.Help;

namespace GCnn.Experiments.CommandLine.Help;

/// <summary>The help of a command: on one screen, or with every option explained.</summary>
internal static class HelpScreen
{
    /// <summary>The most characters in a line.</summary>
    public const int Width = 80;

    /// <summary>The most lines of a screen; with the prompt below them a window of 24 is full.</summary>
    public const int Height = 23;

    /// <summary>
    /// What fits a screen: everything; or else first sentences; or else these for the first options, and the names of the rest. Of commands
    /// below it always the first sentences.
    /// </summary>
    /// <param name="command">The command.</param>
    public static IReadOnlyList<string> Of(Command command)
    {
        HelpRow[] options = Options(command);
        List<string> screen = Compose(command, row => row.Full, row => row.Brief, options);
        for (int explained = options.Length; screen.Count > Height && explained >= 0; explained--)
        {
            screen =
            [
                .. Compose(command, row => row.Brief, row => row.Brief, options[..explained]), .. Names(options[explained..]),
                $"'{CommandPath.Of(command)} --help all' explains everything.",
            ];
        }

        return screen;
    }

    /// <summary>Everything, in as many lines as it takes.</summary>
    /// <param name="command">The command.</param>
    public static IReadOnlyList<string> AllOf(Command command) => Compose(command, row => row.Full, row => row.Full, Options(command));

    /// <summary>A command's example; that of the program needs neither data nor time.</summary>
    /// <param name="command">The command.</param>
    public static string ExampleOf(Command command) => command switch
    {
        ExampleCommand { Example: var example } => example,
        RootCommand => "gcnn describe p4m",
        _ => throw new InvalidOperationException($"{CommandPath.Of(command)} has no example; make it an {nameof(ExampleCommand)}."),
    };

    private static IEnumerable<string> Head(Command command) =>
    [
        .. HelpText.Wrap(command.Description ?? "", Width),
        "",
        .. HelpText.Hang("Usage: ", Usage(command), Width),
        .. Continued([.. HelpText.Hang("Example: ", ExampleOf(command), Width - 2)]),
    ];

    // With these a shell takes lines that were copied for one.
    private static IEnumerable<string> Continued(string[] lines) => lines.Select((line, i) => i < lines.Length - 1 ? $@"{line} \" : line);

    private static string Usage(Command command) => string.Join(' ', (string[])
    [
        CommandPath.Of(command),
        .. command.Subcommands.Count > 0 ? ["<command>"] : Array.Empty<string>(),
        .. command.Arguments.Select(HelpRow.Written),
        .. command.Options.Where(option => option.Required).Select(HelpRow.Written),
        .. command.Subcommands.Count > 0 || Options(command).Length > 0 ? ["[options]"] : Array.Empty<string>(),
    ]);

    private static List<string> Compose(
        Command command, Func<HelpRow, string> ofOptions, Func<HelpRow, string> ofCommands, HelpRow[] options) =>
    [
        .. Head(command),
        .. List("Commands:", [.. command.Subcommands.Where(child => !child.Hidden).Select(HelpRow.Of)], ofCommands),
        .. command.Subcommands.Count == 0 ? Array.Empty<string>() : [$"'{CommandPath.Of(command)} <command> --help' says more of each."],
        .. List("Arguments:", [.. command.Arguments.Where(argument => !argument.Hidden).Select(HelpRow.Of)], ofOptions),
        .. List("Options:", options, ofOptions),
    ];

    private static IEnumerable<string> List(string title, HelpRow[] rows, Func<HelpRow, string> text)
    {
        if (rows.Length == 0)
        {
            return [];
        }

        int column = rows.Max(row => row.Label.Length) + 4;
        return ["", title, .. rows.SelectMany(row => HelpText.Hang($"  {row.Label}".PadRight(column), text(row), Width))];
    }

    private static IEnumerable<string> Names(HelpRow[] rows) => rows.Length == 0
        ? []
        : HelpText.Hang("  and: ", string.Join(", ", rows.Select(row => row.Label)), Width);

    private static HelpRow[] Options(Command command) =>
        [.. command.Options.Where(option => !option.Hidden && option is not HelpOption).Select(HelpRow.Of)];
}
