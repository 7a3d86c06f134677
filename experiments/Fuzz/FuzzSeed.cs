using GCnn.Data;

namespace GCnn.Experiments.Fuzz;

/// <summary>A valid file that mutations are made of.</summary>
/// <param name="Name">Its name among the samples of tests/Data or tests/Checkpoints, which are part of the program.</param>
/// <param name="Made">Its content where it is made here; else that of the sample.</param>
/// <param name="Options">How it is read.</param>
internal sealed record FuzzSeed(string Name, byte[]? Made = null, SourceOptions? Options = null)
{
    private readonly Lazy<byte[]> _content = new(() => Made ?? Sample(Name));

    /// <summary>The bytes.</summary>
    public byte[] Content => _content.Value;

    private static byte[] Sample(string name)
    {
        using Stream stream = typeof(FuzzSeed).Assembly.GetManifestResourceStream($"Samples/{name}")
            ?? throw new InvalidOperationException($"The program was built without the sample {name}.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
