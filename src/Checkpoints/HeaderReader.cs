using System.Buffers;
using System.Text.Json;
using static TorchSharp.torch;

namespace GCnn.Checkpoints;

/// <summary>Reads the JSON of a header, and nothing that the format does not have: no comments, no name twice, no depth beyond its own.</summary>
internal ref struct HeaderReader
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
            string reason = bad is JsonException json ? $" (byte {json.BytePositionInLine} of line {json.LineNumber})" : ": it is no UTF-8 text";
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

    private TensorEntry ReadTensor(string name)
    {
        string quoted = Quoted.Name(name);
        Require(JsonTokenType.StartObject, $"under {quoted} no description of a tensor");
        (ScalarType? type, long[]? shape, long[]? offsets) = (null, null, null);
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            string part = _json.GetString()!;
            bool isTwice = part switch { "dtype" => type is not null, "shape" => shape is not null, _ => offsets is not null };
            _json.Read();
            switch (part)
            {
                case "dtype" or "shape" or "data_offsets" when isTwice:
                    throw new InvalidDataException($"says the {part} of {quoted} twice");
                case "dtype":
                    type = ReadType(quoted);
                    break;
                case "shape":
                    shape = ReadNumbers($"a shape of {quoted}");
                    break;
                case "data_offsets":
                    offsets = ReadNumbers($"data_offsets of {quoted}");
                    break;
                default:
                    throw new InvalidDataException($"says {Quoted.Name(part)} of {quoted}; a tensor has dtype, shape and data_offsets");
            }
        }

        if (type is null || shape is null || offsets is not [var begin, var end])
        {
            throw new InvalidDataException($"does not say dtype, shape and two data_offsets of {quoted}");
        }

        var entry = new TensorEntry(name, type.Value, shape, begin, end);
        SafeTensorsHeader.CheckEntry(entry);
        return entry;
    }

    private ScalarType ReadType(string quoted)
    {
        Require(JsonTokenType.String, $"a dtype of {quoted} that is no string");
        string name = _json.GetString()!;
        return ElementTypes.Named(name) ?? throw new InvalidDataException(
            $"has elements of type {Quoted.Name(name)} in {quoted}; {ElementTypes.Known} are read");
    }

    private long[] ReadNumbers(string what)
    {
        Require(JsonTokenType.StartArray, $"{what} that is no list");
        List<long> numbers = [];
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(_json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out long number) && _json.ValueSpan[0] != (byte)'-'
                ? number
                : throw new InvalidDataException($"has {what} in which something is no whole number from 0 to {long.MaxValue}"));
        }

        return [.. numbers];
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
