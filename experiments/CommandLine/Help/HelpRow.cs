using System.Collections;
using System.CommandLine;
using System.Globalization;

namespace GCnn.Experiments.CommandLine.Help;

/// <summary>One line of a list in the help: how something is written, and what it means.</summary>
/// <param name="Label">How it is written, such as <c>--size &lt;N&gt;</c>.</param>
/// <param name="Text">What it means.</param>
/// <param name="Otherwise">What holds where it is not given, or nothing.</param>
internal sealed record HelpRow(string Label, string Text, string Otherwise)
{
    /// <summary>All that there is to say.</summary>
    public string Full => Otherwise.Length > 0 ? $"{Text} {Otherwise}" : Text;

    /// <summary>The first sentence, without its full stop.</summary>
    public string Brief
    {
        get
        {
            int end = Text.IndexOf(". ", StringComparison.Ordinal);
            return (end < 0 ? Text : Text[..end]).TrimEnd('.');
        }
    }

    /// <summary>The row of an option.</summary>
    /// <param name="option">The option.</param>
    public static HelpRow Of(Option option) => new(
        Written(option), option.Description ?? "", option.HasDefaultValue ? Default(option.GetDefaultValue()) : "");

    /// <summary>The row of an argument.</summary>
    /// <param name="argument">The argument.</param>
    public static HelpRow Of(Argument argument) => new(
        $"<{argument.Name}>", argument.Description ?? "", argument.HasDefaultValue ? Default(argument.GetDefaultValue()) : "");

    /// <summary>The row of a command, in the list of those beside it.</summary>
    /// <param name="command">The command.</param>
    public static HelpRow Of(Command command) => new(
        string.Join(' ', [command.Name, .. command.Arguments.Select(Written)]), command.Description ?? "", "");

    /// <summary>How an option with its value is written.</summary>
    /// <param name="option">The option.</param>
    public static string Written(Option option) => option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool)
        ? option.Name
        : $"{option.Name} <{option.HelpName ?? option.Name.TrimStart('-')}>";

    /// <summary>How an argument is written: in brackets where it may be left out.</summary>
    /// <param name="argument">The argument.</param>
    public static string Written(Argument argument) =>
        argument.Arity.MinimumNumberOfValues == 0 ? $"[<{argument.Name}>]" : $"<{argument.Name}>";

    private static string Default(object? value) => value switch
    {
        null or "" or false => "",
        string text => $"[{text}]",
        IEnumerable many => many.Cast<object>().Any() ? $"[{string.Join(' ', many.Cast<object>())}]" : "",
        _ => $"[{Convert.ToString(value, CultureInfo.InvariantCulture)}]",
    };
}
