using System.Buffers;
using System.Text.Json;

namespace GCnn.Checkpoints;

/// <summary>
/// Reads the JSON of a header, and nothing that the format does not have: no comments, no name twice, no depth beyond its own.
/// </summary>
internal ref partial struct HeaderReader
{
    // The file's object, a tensor's object, its list of numbers.
    private const int Depth = 3;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

    private readonly Dictionary<string, string> _metadata = [];
    private readonly Dictionary<string, TensorEntry> _tensors = [];
    private Utf8JsonReader _json;
    private bool _hasMetadata;
    private int _checksumAt = -1;

    private HeaderReader(ReadOnlySpan<byte> text) => _json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Depth });

    /// <summary>Reads a header and checks each tensor by itself.</summary>
    /// <exception cref="InvalidDataException">It breaks a rule of the format; a clause with the file as its subject.</exception>
    public static SafeTensorsHeader Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || text[0] != (byte)'{')
        {
            throw new InvalidDataException("is no safetensors file: its header does not begin with '{'");
        }

        try
        {
            return new HeaderReader(text).Read();
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            // JsonException says line and byte; a name that is no UTF-8 is an InvalidOperationException.
            string reason = bad is JsonException json
                ? $" (byte {json.BytePositionInLine} of line {json.LineNumber})"
                : ": it is no UTF-8 text";
            throw new InvalidDataException($"has a header that is not the JSON of a safetensors file{reason}", bad);
        }
    }

    private SafeTensorsHeader Read()
    {
        _json.Read();
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            string name = _json.GetString()!;
            _json.Read();
            if (name == SafeTensorsHeader.MetadataName)
            {
                ReadMetadata();
            }
            else if (!_tensors.TryAdd(name, ReadTensor(name)))
            {
                throw new InvalidDataException($"names {Quoted.Name(name)} twice");
            }
        }

        // Only white space may follow; anything else is an exception of the reader.
        _json.Read();
        return new SafeTensorsHeader(
            _metadata, [.. _tensors.Values.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)], _checksumAt);
    }

    private void ReadMetadata()
    {
        if (_hasMetadata)
        {
            throw new InvalidDataException($"names {Quoted.Name(SafeTensorsHeader.MetadataName)} twice");
        }

        _hasMetadata = true;
        Require(JsonTokenType.StartObject, "metadata that are no object of strings");
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            string name = _json.GetString()!;
            _json.Read();
            Require(JsonTokenType.String, $"metadata whose {Quoted.Name(name)} is no string");
            if (name == SafeTensorsHeader.ChecksumName && IsChecksum(_json.ValueSpan))
            {
                // After the quotation mark.
                _checksumAt = (int)_json.TokenStartIndex + 1;
            }

            if (!_metadata.TryAdd(name, _json.GetString()!))
            {
                throw new InvalidDataException($"names {Quoted.Name(name)} twice in its metadata");
            }
        }
    }

    private readonly void Require(JsonTokenType type, string otherwise)
    {
        if (_json.TokenType != type)
        {
            throw new InvalidDataException($"has {otherwise}");
        }
    }

    private static bool IsChecksum(ReadOnlySpan<byte> digits) =>
        digits.Length == SafeTensorsHeader.ChecksumLength && !digits.ContainsAnyExcept(HexDigits);
}
