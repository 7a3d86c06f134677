using System.Text;
using System.Text.Json;

namespace GCnn.Augment;

/// <summary>Pipelines as text: a JSON list with a step on each line, which reads back as an equal pipeline.</summary>
/// <remarks>
/// A step is an object with its <c>kind</c> and the properties of its record, <c>{"kind": "gaussian-noise", "deviation": [0, 0.1]}</c>; a
/// range of one number may be given as that number, and a property that has a default may be left out. Comments and a comma after the last
/// item are allowed. Whatever else is wrong in a text is said in one sentence (<see cref="PipelineException"/>).
/// </remarks>
public static class PipelineJson
{
    /// <summary>The largest text that is read, in bytes.</summary>
    public const int MaximumBytes = 1_000_000;

    /// <summary>The name of the member that says which kind a step is.</summary>
    internal const string KindProperty = "kind";

    private static readonly JsonDocumentOptions Leniently = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>The kinds of augmentation that a text may name.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. AugmentationKinds.All.Select(kind => kind.Name)];

    /// <summary>The text of a pipeline.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <exception cref="PipelineException">An augmentation is of no known kind, or a number in it is not finite.</exception>
    public static string Write(Pipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return Lines(pipeline, JsonText.WriteStep);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="PipelineException">It is no pipeline; the sentence says where and what it needs.</exception>
    public static Pipeline Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        long size = Encoding.UTF8.GetByteCount(text);
        return size <= MaximumBytes ? Parse(text) : throw TooLarge("The text", size);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PipelineException">There is no such file, or it is no pipeline; the sentence begins with the path.</exception>
    public static Pipeline Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] bytes = new byte[MaximumBytes + 1];
            int count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return count <= MaximumBytes
                ? Parse(Encoding.UTF8.GetString(bytes, 0, count).TrimStart('\uFEFF'))
                : throw TooLarge("It", file.Length);
        }
        catch (Exception e) when (e is PipelineException or IOException or UnauthorizedAccessException)
        {
            throw new PipelineException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="path">The file, which is replaced where it exists.</param>
    /// <exception cref="PipelineException">An augmentation is of no known kind, or a number in it is not finite.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(Pipeline pipeline, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string text = Write(pipeline), beside = path + ".part";
        File.WriteAllText(beside, text + "\n");
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>The text for a person: also augmentations without a kind have a line.</summary>
    internal static string Print(Pipeline pipeline) => Lines(pipeline, (text, step) =>
    {
        int start = text.Length;
        try
        {
            JsonText.WriteStep(text, step);
        }
        catch (PipelineException)
        {
            text.Length = start;
            text.Append(step);
        }
    });

    private static string Lines(Pipeline pipeline, Action<StringBuilder, Augmentation> write)
    {
        StringBuilder text = new("[");
        foreach ((int n, Augmentation step) in pipeline.Steps.Index())
        {
            text.Append(n == 0 ? "\n  " : ",\n  ");
            write(text, step);
        }

        return text.Append(pipeline.Steps.Count == 0 ? "]" : "\n]").ToString();
    }

    private static Pipeline Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Leniently);
            return new Pipeline(JsonSteps.Read(document.RootElement));
        }
        catch (JsonException e)
        {
            throw new PipelineException(
                $"The text is no JSON; it breaks at line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}. A " +
                "pipeline is a list of steps, such as [{\"kind\": \"flip\"}].",
                e);
        }
        catch (InvalidOperationException e)
        {
            throw new PipelineException("The text has a string that is no Unicode, half of a surrogate pair; leave it out.", e);
        }
    }

    private static PipelineException TooLarge(string what, long size) =>
        new($"{what} has {size} bytes; a pipeline of at most {MaximumBytes} is read. Is it another file?");
}
