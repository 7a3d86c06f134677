using Google.Protobuf;

namespace GCnn.Onnx;

/// <summary>Models as files of the ONNX format, which is a protobuf message. Source: [Onnx2022].</summary>
public static partial class OnnxFile
{
    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <exception cref="InvalidDataException">The model takes more than 2 GiB, which no protobuf message may.</exception>
    public static void Write(OnnxModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        ProtoMessage message = Message(model);
        if (message.Size > int.MaxValue)
        {
            throw new InvalidDataException(
                $"The model takes {message.Size / (double)(1L << 30):0.00} GiB as ONNX; a file of that format holds less than 2 GiB. " +
                "Export a model with fewer weights, or for smaller images.");
        }

        using CodedOutputStream output = new(stream, leaveOpen: true);
        message.WriteTo(output);
    }

    private static ProtoMessage Message(OnnxModel model) => new ProtoMessage()
        .Add(OnnxFields.Model.IrVersion, OnnxModel.IrVersion)
        .Add(OnnxFields.Model.ProducerName, OnnxModel.Producer)
        .Add(OnnxFields.Model.ProducerVersion, typeof(OnnxFile).Assembly.GetName().Version!.ToString(3))
        .Add(OnnxFields.Model.Graph, Message(model.Graph))
        .Add(OnnxFields.Model.OperatorSets, new ProtoMessage()
            .Add(OnnxFields.OperatorSet.Domain, "")
            .Add(OnnxFields.OperatorSet.Version, OnnxModel.OperatorSet))
        .AddAll(OnnxFields.Model.Notes, model.Notes.Select(note => new ProtoMessage()
            .Add(OnnxFields.Note.Key, note.Key)
            .Add(OnnxFields.Note.Value, note.Value)));

    private static ProtoMessage Message(OnnxGraph graph) => new ProtoMessage()
        .AddAll(OnnxFields.Graph.Nodes, graph.Nodes.Select(Message))
        .Add(OnnxFields.Graph.Name, graph.Name)
        .AddAll(OnnxFields.Graph.Constants, graph.Constants.Select(Message))
        .AddAll(OnnxFields.Graph.Inputs, graph.Inputs.Select(Message))
        .AddAll(OnnxFields.Graph.Outputs, graph.Outputs.Select(Message));

    private static ProtoMessage Message(OnnxNode node)
    {
        ProtoMessage message = new();
        foreach (string input in node.Inputs)
        {
            message.Add(OnnxFields.Node.Inputs, input);
        }

        return message
            .Add(OnnxFields.Node.Outputs, node.Output)
            .Add(OnnxFields.Node.Name, node.Name)
            .Add(OnnxFields.Node.Operation, node.Operation)
            .AddAll(OnnxFields.Node.Attributes, node.Attributes.Select(Message));
    }

    private static ProtoMessage Message(OnnxAttribute attribute)
    {
        ProtoMessage message = new ProtoMessage().Add(OnnxFields.Attribute.Name, attribute.Name);
        return attribute.Value switch
        {
            long number => message.Add(OnnxFields.Attribute.Number, number).Add(OnnxFields.Attribute.Kind, OnnxFields.Attribute.NumberKind),
            float real => message.Add(OnnxFields.Attribute.Real, real).Add(OnnxFields.Attribute.Kind, OnnxFields.Attribute.RealKind),
            string text => message.Add(OnnxFields.Attribute.Text, text).Add(OnnxFields.Attribute.Kind, OnnxFields.Attribute.TextKind),
            var numbers => message
                .AddAll(OnnxFields.Attribute.Numbers, (IReadOnlyList<long>)numbers)
                .Add(OnnxFields.Attribute.Kind, OnnxFields.Attribute.NumbersKind),
        };
    }

    private static ProtoMessage Message(OnnxTensor constant) => new ProtoMessage()
        .AddAll(OnnxFields.Constant.Shape, constant.Shape)
        .Add(OnnxFields.Constant.Element, (long)constant.Element)
        .Add(OnnxFields.Constant.Name, constant.Name)
        .Add(OnnxFields.Constant.Bytes, constant.Bytes);

    private static ProtoMessage Message(OnnxValue value)
    {
        ProtoMessage shape = new ProtoMessage().AddAll(OnnxFields.Shape.Dimensions, value.Shape.Select(Message));
        ProtoMessage tensor = new ProtoMessage()
            .Add(OnnxFields.TensorType.Element, (long)value.Element)
            .Add(OnnxFields.TensorType.Shape, shape);
        return new ProtoMessage()
            .Add(OnnxFields.Value.Name, value.Name)
            .Add(OnnxFields.Value.Type, new ProtoMessage().Add(OnnxFields.Type.Tensor, tensor));
    }

    private static ProtoMessage Message(OnnxDimension dimension) => dimension.Symbol is { } symbol
        ? new ProtoMessage().Add(OnnxFields.Dimension.Symbol, symbol)
        : new ProtoMessage().Add(OnnxFields.Dimension.Length, dimension.Length);
}
