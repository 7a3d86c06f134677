using Google.Protobuf;

namespace GCnn.Onnx;

public static partial class OnnxFile
{
    /// <summary>Reads a model of the subset that is written here, and checks its structure.</summary>
    /// <param name="stream">Where from.</param>
    /// <exception cref="InvalidDataException">It is no such model; one sentence.</exception>
    public static OnnxModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            OnnxModel model = Model(new ProtoFields(ByteString.FromStream(stream)));
            OnnxStructure.Require(model.Graph);
            return model;
        }
        catch (Exception bad) when (bad is InvalidProtocolBufferException or InvalidDataException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException(
                $"This is not an ONNX file as GCnn writes them ({bad.Message.Split(" (Parameter")[0].TrimEnd('.')}).", bad);
        }
    }

    private static OnnxModel Model(ProtoFields model)
    {
        Require(model.Number(OnnxFields.Model.IrVersion), OnnxModel.IrVersion, "version of the format");
        ProtoFields[] sets = [.. model.Messages(OnnxFields.Model.OperatorSets)];
        Require(sets.Length, 1, "number of sets of operators");
        Require(sets[0].Number(OnnxFields.OperatorSet.Version), OnnxModel.OperatorSet, "version of the operators");
        return new OnnxModel(Graph(model.Message(OnnxFields.Model.Graph)), model.Messages(OnnxFields.Model.Notes).ToDictionary(
            note => note.Text(OnnxFields.Note.Key), note => note.Text(OnnxFields.Note.Value)));
    }

    private static void Require(long given, long needed, string what)
    {
        if (given != needed)
        {
            throw new InvalidDataException($"its {what} is {given} and not {needed}");
        }
    }

    private static OnnxGraph Graph(ProtoFields graph) => new(
        graph.Text(OnnxFields.Graph.Name),
        [.. graph.Messages(OnnxFields.Graph.Nodes).Select(Node)],
        [.. graph.Messages(OnnxFields.Graph.Constants).Select(Constant)],
        [.. graph.Messages(OnnxFields.Graph.Inputs).Select(Value)],
        [.. graph.Messages(OnnxFields.Graph.Outputs).Select(Value)]);

    private static OnnxNode Node(ProtoFields node)
    {
        string name = node.Text(OnnxFields.Node.Name);
        return node.Texts(OnnxFields.Node.Outputs) is [var output] && node.Text(OnnxFields.Node.Domain).Length == 0
            ? new OnnxNode(
                name, node.Text(OnnxFields.Node.Operation), node.Texts(OnnxFields.Node.Inputs), output,
                [.. node.Messages(OnnxFields.Node.Attributes).Select(Attribute)])
            : throw new InvalidDataException($"node {name} has several outputs or an operator of its own");
    }

    private static OnnxAttribute Attribute(ProtoFields attribute)
    {
        string name = attribute.Text(OnnxFields.Attribute.Name);
        return attribute.Number(OnnxFields.Attribute.Kind) switch
        {
            OnnxFields.Attribute.NumberKind => OnnxAttribute.Of(name, attribute.Number(OnnxFields.Attribute.Number)),
            OnnxFields.Attribute.NumbersKind => OnnxAttribute.Of(name, attribute.Numbers(OnnxFields.Attribute.Numbers)),
            OnnxFields.Attribute.RealKind => OnnxAttribute.Of(name, attribute.Real(OnnxFields.Attribute.Real)),
            OnnxFields.Attribute.TextKind => OnnxAttribute.Of(name, attribute.Text(OnnxFields.Attribute.Text)),
            var kind => throw new InvalidDataException($"attribute {name} is of kind {kind}"),
        };
    }

    private static OnnxTensor Constant(ProtoFields constant) => new(
        constant.Text(OnnxFields.Constant.Name), (OnnxElement)constant.Number(OnnxFields.Constant.Element),
        constant.Numbers(OnnxFields.Constant.Shape), constant.Bytes(OnnxFields.Constant.Bytes).Memory);

    private static OnnxValue Value(ProtoFields value)
    {
        ProtoFields type = value.Message(OnnxFields.Value.Type).Message(OnnxFields.Type.Tensor);
        return new OnnxValue(
            value.Text(OnnxFields.Value.Name), (OnnxElement)type.Number(OnnxFields.TensorType.Element),
            [.. type.Message(OnnxFields.TensorType.Shape).Messages(OnnxFields.Shape.Dimensions).Select(Dimension)]);
    }

    private static OnnxDimension Dimension(ProtoFields dimension) => dimension.Text(OnnxFields.Dimension.Symbol) is { Length: > 0 } symbol
        ? new OnnxDimension(0, symbol)
        : OnnxDimension.Of(dimension.Number(OnnxFields.Dimension.Length));
}
