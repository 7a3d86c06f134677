using Google.Protobuf;

namespace GCnn.Onnx;

/// <summary>A protobuf message to be written: numbered fields in their order, of which messages may be parts.</summary>
internal sealed class ProtoMessage
{
    private readonly List<Field> _fields = [];

    /// <summary>The bytes that it takes, without a tag and a length of its own.</summary>
    public long Size { get; private set; }

    /// <summary>A whole number or a member of an enum.</summary>
    public ProtoMessage Add(int field, long value) =>
        Add(field, CodedOutputStream.ComputeInt64Size(value), WireFormat.WireType.Varint, output => output.WriteInt64(value));

    /// <summary>A real number of 32 bits.</summary>
    public ProtoMessage Add(int field, float value) =>
        Add(field, sizeof(float), WireFormat.WireType.Fixed32, output => output.WriteFloat(value));

    /// <summary>A text.</summary>
    public ProtoMessage Add(int field, string text) => Add(
        field, CodedOutputStream.ComputeStringSize(text), WireFormat.WireType.LengthDelimited, output => output.WriteString(text));

    /// <summary>Bytes, which are not copied.</summary>
    public ProtoMessage Add(int field, ReadOnlyMemory<byte> bytes) => Add(
        field, (long)CodedOutputStream.ComputeLengthSize(bytes.Length) + bytes.Length, WireFormat.WireType.LengthDelimited,
        output => output.WriteBytes(UnsafeByteOperations.UnsafeWrap(bytes)));

    /// <summary>A message, which must be complete.</summary>
    public ProtoMessage Add(int field, ProtoMessage part) => Add(
        field, (long)CodedOutputStream.ComputeUInt64Size((ulong)part.Size) + part.Size, WireFormat.WireType.LengthDelimited, output =>
        {
            output.WriteLength((int)part.Size);
            part.WriteTo(output);
        });

    /// <summary>Several messages under one number.</summary>
    public ProtoMessage AddAll(int field, IEnumerable<ProtoMessage> parts)
    {
        foreach (ProtoMessage part in parts)
        {
            Add(field, part);
        }

        return this;
    }

    /// <summary>Several whole numbers under one number, each by itself, as proto2 has it.</summary>
    public ProtoMessage AddAll(int field, IEnumerable<long> values)
    {
        foreach (long value in values)
        {
            Add(field, value);
        }

        return this;
    }

    /// <summary>Writes the fields; the size must fit a protobuf length.</summary>
    public void WriteTo(CodedOutputStream output)
    {
        foreach (Field field in _fields)
        {
            output.WriteTag(field.Number, field.Type);
            field.Write(output);
        }
    }

    private ProtoMessage Add(int field, long size, WireFormat.WireType type, Action<CodedOutputStream> write)
    {
        _fields.Add(new Field(field, type, write));
        Size += CodedOutputStream.ComputeTagSize(field) + size;
        return this;
    }

    private readonly record struct Field(int Number, WireFormat.WireType Type, Action<CodedOutputStream> Write);
}
