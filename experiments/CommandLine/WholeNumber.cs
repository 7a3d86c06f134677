using System.CommandLine.Parsing;

namespace GCnn.Experiments.CommandLine;

/// <summary>Reads the value of an option that is a whole number.</summary>
internal static class WholeNumber
{
    /// <summary>The number, or an error that names the option.</summary>
    /// <param name="given">The option's argument.</param>
    public static int Parse(ArgumentResult given)
    {
        string text = given.Tokens[0].Value;
        if (!int.TryParse(text, out int number))
        {
            given.AddError($"{((OptionResult)given.Parent!).Option.Name} {text}: a whole number up to {int.MaxValue} is needed.");
        }

        return number;
    }
}
