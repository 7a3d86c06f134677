using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using static TorchSharp.torch;

namespace GCnn.Checkpoints;

/// <summary>
/// An open safetensors file. Its header has been checked: the tensors cover its bytes without hole or overlap, each as large as its type
/// and shape say, so whatever memory a tensor takes is in the file.
/// </summary>
public sealed partial class SafeTensorsFile : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly SafeTensorsHeader _header;
    private readonly long _dataStart;
    private readonly Dictionary<string, TensorEntry> _entries;

    private SafeTensorsFile(string path, SafeFileHandle file)
    {
        (Path, _file) = (path, file);
        long length = RandomAccess.GetLength(file);
        byte[] text = new byte[HeaderLength(length)];
        ReadExactly(text, SafeTensorsHeader.PrefixLength);
        _header = HeaderReader.Parse(text);
        _dataStart = SafeTensorsHeader.PrefixLength + text.Length;
        _header.CheckCover(length - _dataStart);
        _entries = _header.Tensors.ToDictionary(entry => entry.Name);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The strings of its metadata by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>Its tensors in the order of their bytes.</summary>
    public IReadOnlyList<TensorEntry> Tensors => _header.Tensors;

    /// <summary>Whether its metadata have the checksum that <see cref="SafeTensors"/> writes.</summary>
    public bool HasChecksum => _header.ChecksumAt >= 0;

    /// <summary>What it says of a tensor.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <exception cref="KeyNotFoundException">It has none of that name.</exception>
    public TensorEntry this[string name] => _entries.TryGetValue(name, out TensorEntry? entry) ? entry : throw new KeyNotFoundException(
        $"{Path} has no tensor {Quoted.Name(name)}; it has {Quoted.Names(_entries.Keys)}.");

    /// <summary>Whether it has a tensor of a name.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>Reads one tensor, into the caller's dispose scope.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidDataException">
    /// It holds a boolean that is neither 0 nor 1, or the file has become shorter; one sentence.
    /// </exception>
    public Tensor Read(string name) => Sentences(Path, () => Read(this[name]));

    /// <summary>Reads every tensor, into the caller's dispose scope.</summary>
    /// <exception cref="InvalidDataException">As for <see cref="Read(string)"/>.</exception>
    public IReadOnlyDictionary<string, Tensor> ReadAll() => Tensors.ToDictionary(entry => entry.Name, entry => Read(entry.Name));

    /// <summary>Compares the file with its checksum, which no single changed bit escapes.</summary>
    /// <exception cref="InvalidDataException">It has none, or has been changed since it was written; one sentence.</exception>
    public void Verify() => Sentences(Path, () =>
    {
        if (!HasChecksum)
        {
            throw new InvalidDataException($"has no checksum: its metadata lack '{SafeTensorsHeader.ChecksumName}'");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long at = SafeTensorsHeader.PrefixLength + _header.ChecksumAt;
        Append(hash, 0, at);
        hash.AppendData(Encoding.ASCII.GetBytes(SafeTensorsHeader.ChecksumBlank));
        at += SafeTensorsHeader.ChecksumLength;
        Append(hash, at, RandomAccess.GetLength(_file) - at);
        return Checksum.Digits(hash) == Metadata[SafeTensorsHeader.ChecksumName]
            ? true
            : throw new InvalidDataException("does not fit its checksum: it was changed after it had been written");
    });

    /// <summary>
    /// The SHA-256 of tensors by name, type, shape and bytes, in the order of their names: equal for two files exactly when they hold the
    /// same tensors, whatever their metadata and their order.
    /// </summary>
    /// <param name="of">Which tensors; all where it is null.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public string TensorHash(Func<TensorEntry, bool>? of = null) => Sentences(Path, () =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (TensorEntry entry in Tensors.Where(of ?? (_ => true)).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry}\n"));
            Append(hash, _dataStart + entry.Begin, entry.Bytes);
        }

        return Checksum.Digits(hash);
    });

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Opens a file and checks its header.</summary>
    internal static SafeTensorsFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        try
        {
            return Sentences(path, () => new SafeTensorsFile(path, file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static T Sentences<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException bad)
        {
            throw new InvalidDataException($"{path} {bad.Message}.", bad.InnerException);
        }
    }
}
