using System.Collections;
using System.Globalization;
using System.Reflection;
using GCnn.Augment;

namespace GCnn.Experiments.Draws;

/// <summary>What was drawn, in lines short enough for a picture's caption: of each step its name and its numbers, to four digits.</summary>
internal static class DrawText
{
    private const string Suffix = "Parameters";

    /// <summary>Keys of streams tell a reader nothing.</summary>
    private const string Key = "Key";

    /// <summary>The parameters of a draw.</summary>
    /// <param name="drawn">What was drawn.</param>
    /// <param name="letters">The longest line.</param>
    public static IReadOnlyList<string> Lines(Parameters drawn, int letters) =>
        [.. drawn.Steps.SelectMany(Steps).SelectMany(text => Wrapped(text, letters))];

    private static IEnumerable<string> Steps(StepParameters step)
    {
        if (step is CombinedParameters combined)
        {
            return combined.Turns.SelectMany(turn => Steps(turn.Parameters));
        }

        string[] numbers =
        [
            .. step.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(property => property.CanWrite && property.Name != Key)
                .Select(property => $"{property.Name}={Text(property.GetValue(step))}"),
        ];
        return numbers.Length == 0 ? [] : [$"{NameOf(step)} {string.Join(' ', numbers)}"];
    }

    private static string NameOf(StepParameters step)
    {
        string name = step.GetType().Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    private static string Text(object? value) => value switch
    {
        double number => number.ToString("G4", CultureInfo.InvariantCulture),
        float number => number.ToString("G4", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable many => string.Join(',', many.Cast<object>().Select(Text)),
        _ => $"{value}",
    };

    private static IEnumerable<string> Wrapped(string text, int letters)
    {
        string line = string.Empty;
        foreach (string word in text.Split(' ').SelectMany(word => word.Chunk(letters).Select(piece => new string(piece))))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                yield return line;
                line = string.Empty;
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
