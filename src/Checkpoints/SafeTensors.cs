using System.Security.Cryptography;
using GCnn.Data;
using static TorchSharp.torch;

namespace GCnn.Checkpoints;

/// <summary>
/// Tensors in a file of the safetensors format [SafeTensors2023]: the length of a JSON header in 8 bytes, the header, and the tensors'
/// bytes. Such a file holds numbers and names and no code, and libraries in many languages read it.
/// </summary>
/// <remarks>
/// Files written here carry a checksum in their metadata: <c>sha256</c> is the SHA-256 of the whole file in which the 64 digits of the
/// checksum itself are zeros. Other readers take it for an ordinary string; <see cref="SafeTensorsFile.Verify"/> compares it.
/// </remarks>
public static class SafeTensors
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Writes tensors, whole or not at all: beside the place, flushed to the disk and renamed.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="tensors">Tensors by name, such as a module's <c>state_dict()</c>; of any strides and on any device.</param>
    /// <param name="metadata">Strings by name, or null.</param>
    /// <exception cref="ArgumentException">A tensor's type is none of the format's, or a name is one of its own.</exception>
    /// <exception cref="IOException">The file could not be written; one sentence, and the file before is still there.</exception>
    public static void Write(
        string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        (IReadOnlyList<TensorEntry> entries, byte[] header) = Prepare(tensors, metadata);
        AtomicFile.Write(path, stream => Write(stream, header, entries, tensors));
    }

    /// <summary>Writes tensors to a stream, with the same bytes as to a file.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">Tensors by name.</param>
    /// <param name="metadata">Strings by name, or null.</param>
    /// <exception cref="ArgumentException">A tensor's type is none of the format's, or a name is one of its own.</exception>
    public static void Write(
        Stream stream, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        (IReadOnlyList<TensorEntry> entries, byte[] header) = Prepare(tensors, metadata);
        Write(stream, header, entries, tensors);
    }

    /// <summary>Opens a file and checks its header against every rule of the format; tensors are read when they are asked for.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="InvalidDataException">It is no such file, or not a whole one; one sentence.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SafeTensorsFile Open(string path) => SafeTensorsFile.Open(path);

    /// <summary>Writes the parameters and persistent buffers of a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">Where to.</param>
    /// <param name="metadata">Strings by name, or null.</param>
    /// <exception cref="IOException">The file could not be written; one sentence, and the file before is still there.</exception>
    public static void Save(nn.Module module, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        Write(path, module.state_dict(), metadata);
    }

    /// <summary>Reads a file into a module, whole or not at all; a checksum is compared where the file has one.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">Where the file is.</param>
    /// <param name="strict">Whether both must have the same names and types; shapes must be equal in any case.</param>
    /// <returns>Names that only the module has, and names that only the file has.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit; one sentence that names what does not.</exception>
    public static (IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected) Load(nn.Module module, string path, bool strict = true)
    {
        using SafeTensorsFile file = Open(path);
        if (file.HasChecksum)
        {
            file.Verify();
        }

        return file.LoadInto(module, strict: strict);
    }

    private static (IReadOnlyList<TensorEntry> Entries, byte[] Header) Prepare(
        IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        IReadOnlyList<TensorEntry> entries = HeaderWriter.Place(tensors);
        byte[] header = HeaderWriter.Write(entries, metadata ?? Nothing);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        foreach (TensorEntry entry in entries)
        {
            TensorBytes.Read(tensors[entry.Name], bytes => hash.AppendData(bytes));
        }

        Checksum.Fill(header, hash);
        return (entries, header);
    }

    private static void Write(
        Stream stream, byte[] header, IReadOnlyList<TensorEntry> entries, IReadOnlyDictionary<string, Tensor> tensors)
    {
        stream.Write(header);
        foreach (TensorEntry entry in entries)
        {
            TensorBytes.Read(tensors[entry.Name], bytes => stream.Write(bytes));
        }
    }
}
