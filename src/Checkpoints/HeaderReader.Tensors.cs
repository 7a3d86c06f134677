using System.Text.Json;
using static TorchSharp.torch;

namespace GCnn.Checkpoints;

/// <content>What a header says of one tensor.</content>
internal ref partial struct HeaderReader
{
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
}
