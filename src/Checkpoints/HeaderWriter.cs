using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using static TorchSharp.torch;

namespace GCnn.Checkpoints;

/// <summary>
/// Lays tensors out and writes the header for them. Those of larger elements come first and the header is padded to a multiple of 8
/// bytes, so every element stands at a multiple of its own size in the file; among equals the order is that of their names.
/// </summary>
internal static class HeaderWriter
{
    private const int Alignment = 8;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The places of tensors in the order of their bytes.</summary>
    /// <exception cref="ArgumentException">A name or a type cannot be written.</exception>
    public static IReadOnlyList<TensorEntry> Place(IReadOnlyDictionary<string, Tensor> tensors)
    {
        long at = 0;
        List<TensorEntry> entries = [];
        foreach ((string name, Tensor tensor) in tensors
            .OrderByDescending(entry => ElementTypes.SizeOf(entry.Value.dtype)).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            RequireName(name, "a tensor", SafeTensorsHeader.MetadataName);
            long end = checked(at + (tensor.NumberOfElements * ElementTypes.SizeOf(tensor.dtype)));
            entries.Add(new TensorEntry(name, tensor.dtype, tensor.shape, at, end));
            at = end;
        }

        return entries;
    }

    /// <summary>The length, the header and its padding; the checksum is left blank.</summary>
    /// <exception cref="ArgumentException">The metadata cannot be written.</exception>
    public static byte[] Write(IReadOnlyList<TensorEntry> entries, IReadOnlyDictionary<string, string> metadata)
    {
        using var stream = new MemoryStream();
        stream.Write(new byte[SafeTensorsHeader.PrefixLength]);
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            foreach (TensorEntry entry in entries)
            {
                WriteEntry(json, entry);
            }

            json.WriteEndObject();
        }

        while (stream.Length % Alignment != 0)
        {
            stream.WriteByte((byte)' ');
        }

        byte[] header = stream.ToArray();
        int length = header.Length - SafeTensorsHeader.PrefixLength;
        if (length > SafeTensorsHeader.MaximumLength)
        {
            throw new ArgumentException($"the header for {entries.Count} tensors and the metadata has {length} bytes; a safetensors file "
                + $"has at most {SafeTensorsHeader.MaximumLength}. Give less metadata.");
        }

        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)length);
        return header;
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject(SafeTensorsHeader.MetadataName);
        json.WriteString(SafeTensorsHeader.ChecksumName, SafeTensorsHeader.ChecksumBlank);
        foreach ((string name, string text) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            RequireName(name, "metadata", SafeTensorsHeader.ChecksumName);
            RequireText(name, text);
            json.WriteString(name, text);
        }

        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, TensorEntry entry)
    {
        json.WriteStartObject(entry.Name);
        json.WriteString("dtype", ElementTypes.NameOf(entry.Type));
        WriteNumbers(json, "shape", entry.Shape);
        WriteNumbers(json, "data_offsets", [entry.Begin, entry.End]);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void RequireName(string name, string what, string reserved)
    {
        if (name == reserved)
        {
            throw new ArgumentException($"the name '{reserved}' belongs to the file itself; name {what} otherwise.");
        }

        RequireText(name, name);
    }

    private static void RequireText(string name, string text)
    {
        if (text is null || HasLoneSurrogate(text))
        {
            throw new ArgumentException($"the text of {Quoted.Name(name)} is no Unicode text; leave out what is no letter.");
        }
    }

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar)
        && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) != text;
}
