using Google.Protobuf;

namespace GCnn.Onnx;

/// <summary>The fields of a protobuf message that was read, by their numbers.</summary>
internal sealed class ProtoFields
{
    private readonly Dictionary<int, List<object>> _values = [];

    /// <summary>Reads the fields of a message.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no message.</exception>
    public ProtoFields(ByteString bytes)
    {
        CodedInputStream input = bytes.CreateCodedInput();
        while (input.ReadTag() is not 0 and uint tag)
        {
            object? value = WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => input.ReadInt64(),
                WireFormat.WireType.Fixed32 => input.ReadFloat(),
                WireFormat.WireType.LengthDelimited => input.ReadBytes(),
                _ => null,
            };
            if (value is null)
            {
                input.SkipLastField();
                continue;
            }

            int field = WireFormat.GetTagFieldNumber(tag);
            _values.TryAdd(field, []);
            _values[field].Add(value);
        }
    }

    /// <summary>A whole number; 0 where there is none.</summary>
    public long Number(int field) => All<long>(field).LastOrDefault();

    /// <summary>Whole numbers, one by one or packed.</summary>
    public IReadOnlyList<long> Numbers(int field) =>
        [.. All<object>(field).SelectMany(value => value is ByteString packed ? Unpacked(packed) : [Cast<long>(value, field)])];

    /// <summary>A real number; 0 where there is none.</summary>
    public float Real(int field) => All<float>(field).LastOrDefault();

    /// <summary>A text; empty where there is none.</summary>
    public string Text(int field) => All<ByteString>(field).LastOrDefault()?.ToStringUtf8() ?? "";

    /// <summary>Texts.</summary>
    public IReadOnlyList<string> Texts(int field) => [.. All<ByteString>(field).Select(bytes => bytes.ToStringUtf8())];

    /// <summary>Bytes; none where there are none.</summary>
    public ByteString Bytes(int field) => All<ByteString>(field).LastOrDefault() ?? ByteString.Empty;

    /// <summary>A message; an empty one where there is none.</summary>
    public ProtoFields Message(int field) => new(Bytes(field));

    /// <summary>Messages.</summary>
    public IReadOnlyList<ProtoFields> Messages(int field) => [.. All<ByteString>(field).Select(bytes => new ProtoFields(bytes))];

    private static T Cast<T>(object value, int field) => value is T right
        ? right
        : throw new InvalidDataException($"field {field} is of another kind than the format's");

    private static IEnumerable<long> Unpacked(ByteString packed)
    {
        CodedInputStream input = packed.CreateCodedInput();
        while (!input.IsAtEnd)
        {
            yield return input.ReadInt64();
        }
    }

    private IEnumerable<T> All<T>(int field) =>
        _values.GetValueOrDefault(field)?.Select(value => Cast<T>(value, field)) ?? [];
}
