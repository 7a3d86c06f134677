namespace GCnn.Data.Tests;

/// <summary>What a file is refused with: one sentence in one line, which names the file.</summary>
internal static class Refusal
{
    /// <summary>The sentence with which a whole source is refused.</summary>
    public static string OfSource(string path, SourceOptions? options = null)
    {
        var refusal = Assert.Throws<DataException>(() =>
        {
            using var source = ImageSource.Open(path, options);
        });
        return Sentence(refusal.Message, path);
    }

    /// <summary>The sentence with which a sample is refused, of a source that opens.</summary>
    public static string OfSample(string path, string? id = null, SourceOptions? options = null)
    {
        using var source = ImageSource.Open(path, options);
        var index = id is null ? 0 : Enumerable.Range(0, (int)source.Count).Single(i => source.IdOf(i) == id);
        var refusal = Assert.Throws<SampleException>(() => source.Read(index));
        Assert.Equal(source.IdOf(index), refusal.Id);
        Assert.Contains($"'{refusal.Id}' {refusal.Clause.TrimEnd('.')}", refusal.Message, StringComparison.Ordinal);
        return Sentence(refusal.Message, path);
    }

    /// <summary>Fails unless a message is one sentence that names the file.</summary>
    public static string Sentence(string message, string path)
    {
        Assert.DoesNotContain(message, char.IsControl);
        Assert.Contains(Path.GetFileName(path), message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        Assert.False(message.EndsWith("..", StringComparison.Ordinal), message);
        Assert.InRange(message.Length, 20, 700);
        foreach (var trace in (string[])["   at ", "Exception", "System.", "Parameter '"])
            Assert.DoesNotContain(trace, message, StringComparison.Ordinal);
        return message;
    }
}
