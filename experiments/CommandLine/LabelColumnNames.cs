using System.CommandLine;
using GCnn.Data;

namespace GCnn.Experiments.CommandLine;

/// <summary>The option that names the columns of a table of object ids.</summary>
internal static class LabelColumnNames
{
    /// <summary>The option.</summary>
    public static Option<string[]> Create() => new("--columns")
    {
        Description = "Columns of object id and image file. Without it: object_id file.",
        HelpName = "ID FILE",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>The columns.</summary>
    /// <param name="parse">What was given.</param>
    /// <param name="option">The option.</param>
    public static LabelColumns Read(ParseResult parse, Option<string[]> option) =>
        parse.GetValue(option) is [var id, var file] ? new LabelColumns(id, File: file) : new LabelColumns();
}
