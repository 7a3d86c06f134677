using System.Security.Cryptography;
using System.Text;
using GCnn.Data;

namespace GCnn.Experiments.Training;

/// <summary>
/// The bytes of a checkpoint: a magic line, the fingerprint of the run, the SHA-256 of all that follows, the header's line and the
/// trainer's state. How much memory a reader takes is known from the header before it is taken.
/// </summary>
internal sealed class CheckpointFile : IDisposable
{
    private const string Kind = "GCnn galaxy checkpoint ";
    private const string Magic = $"{Kind}3\n";
    private const int HashLength = 2 * SHA256.HashSizeInBytes;

    // A state holds the weights, two averages of each in the optimizer, all in float32, and at most this beside them: names, statistics.
    private const int BytesPerParameter = 3 * sizeof(float);
    private const int BytesPerField = 64;
    private const int BytesBeside = 1 << 16;

    private readonly FileStream _file;

    private CheckpointFile(FileStream file)
    {
        _file = file;
        string magic = Text(Magic.Length);
        if (magic != Magic)
        {
            if (!magic.StartsWith(Kind, StringComparison.Ordinal) || magic[^1] != '\n' || !char.IsAsciiDigit(magic[^2]))
            {
                throw new InvalidDataException("it does not begin like one");
            }

            string age = string.CompareOrdinal(magic, Magic) < 0 ? "an older" : "a newer";
            throw new NotSupportedException($"was written by {age} version of gcnn");
        }

        Fingerprint = Text(HashLength);
    }

    /// <summary>The fingerprint of the run that wrote it.</summary>
    public string Fingerprint { get; }

    /// <summary>Opens a file and reads its beginning.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="InvalidDataException">It does not begin as a checkpoint.</exception>
    /// <exception cref="NotSupportedException">Another version of the program wrote it, which the message says without a subject.</exception>
    public static CheckpointFile Open(string path)
    {
        FileStream file = File.OpenRead(path);
        try
        {
            return new CheckpointFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="header">What the net is.</param>
    /// <param name="state">The trainer's state.</param>
    public static void Write(string path, string fingerprint, CheckpointHeader header, byte[] state)
    {
        byte[] line = Encoding.ASCII.GetBytes($"{header}\n");
        AtomicFile.Write(path, stream =>
        {
            stream.Write(Encoding.ASCII.GetBytes(Magic + fingerprint + Hash(line, state)));
            stream.Write(line);
            stream.Write(state);
        });
    }

    /// <summary>Reads the rest, once.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or larger than its net can need.</exception>
    public (CheckpointHeader Header, byte[] State) Read()
    {
        string hash = Text(HashLength);
        byte[] line = Line();
        CheckpointHeader header = CheckpointHeader.Parse(Encoding.Latin1.GetString(line));
        long length = _file.Length - _file.Position, fields = header.Widths.Sum(width => (long)width);
        long most = ((long)BytesPerParameter * header.Parameters) + (BytesPerField * fields) + BytesBeside;
        if (length > Math.Min(most, Array.MaxLength))
        {
            throw new InvalidDataException(
                $"its state has {length} bytes, where a net of {header.Parameters} parameters has at most {most}");
        }

        if (length < (long)sizeof(float) * header.Parameters)
        {
            throw new InvalidDataException("it ends too early");
        }

        var state = new byte[length];
        _file.ReadExactly(state);
        return Hash([.. line, (byte)'\n'], state) == hash
            ? (header, state)
            : throw new InvalidDataException("it does not fit its checksum");
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>The SHA-256 of parts one after another, in hexadecimal digits.</summary>
    public static string Hash(params IReadOnlyList<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (byte[] part in parts)
        {
            hash.AppendData(part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private byte[] Line()
    {
        List<byte> line = [];
        for (int next = _file.ReadByte(); next != '\n'; next = _file.ReadByte())
        {
            if (next < 0 || line.Count == CheckpointHeader.MaximumLength)
            {
                throw new InvalidDataException(next < 0 ? "it ends too early" : "its header has no end");
            }

            line.Add((byte)next);
        }

        return [.. line];
    }

    private string Text(int length)
    {
        var bytes = new byte[length];
        return _file.ReadAtLeast(bytes, length, throwOnEndOfStream: false) == length
            ? Encoding.Latin1.GetString(bytes)
            : throw new InvalidDataException("it ends too early");
    }
}
