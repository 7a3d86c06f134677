using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GCnn.Augment;

/// <summary>The small parts of the text.</summary>
internal static class JsonText
{
    private const int Longest = 60;

    /// <summary>A number in its shortest form that reads back as the same number.</summary>
    public static string Number(double number) => double.IsFinite(number)
        ? number.ToString("R")
        : throw new PipelineException($"A pipeline's text has finite numbers only; one is {number}.");

    /// <summary>A string in quotation marks.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>Whether an element is a finite number.</summary>
    public static bool TryNumber(JsonElement element, out double number)
    {
        number = 0;
        return element.ValueKind is JsonValueKind.Number && element.TryGetDouble(out number) && double.IsFinite(number);
    }

    /// <summary>A step on one line.</summary>
    public static void WriteStep(StringBuilder text, Augmentation step)
    {
        AugmentationKind kind = AugmentationKinds.Of(step) ?? throw new PipelineException(
            $"{step.GetType().Name} has no kind, so a pipeline with it has no text; the kinds are {AugmentationKinds.Names}.");
        text.Append("{\"").Append(PipelineJson.KindProperty).Append("\": ").Append(Quoted(kind.Name));
        kind.Form.Write(text, step, first: false);
        text.Append('}');
    }

    /// <summary>What somebody wrote, on one line and not too long, for a sentence about it.</summary>
    public static string Shorten(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "...");
    }

    /// <summary>The sentence of an exception about an argument, without the argument's name.</summary>
    public static string SentenceOf(ArgumentException exception)
    {
        int name = exception.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return name < 0 ? exception.Message : exception.Message[..name];
    }
}
