namespace GCnn.Onnx;

/// <summary>A graph with the version of its operators and notes for its reader (<c>ModelProto</c>). Source: [Onnx2022].</summary>
/// <param name="graph">The graph.</param>
/// <param name="notes">Notes by their keys (<c>metadata_props</c>).</param>
public sealed class OnnxModel(OnnxGraph graph, IReadOnlyDictionary<string, string> notes)
{
    /// <summary>The version of the format, of which 8 is the one of 2021 that came with operators 15 to 18.</summary>
    public const long IrVersion = 8;

    /// <summary>The version of the operators: 17, of 2022, which ONNX Runtime runs from 1.12 on.</summary>
    public const long OperatorSet = 17;

    /// <summary>Who wrote it.</summary>
    public const string Producer = "GCnn";

    /// <summary>The graph.</summary>
    public OnnxGraph Graph => graph;

    /// <summary>Notes by their keys.</summary>
    public IReadOnlyDictionary<string, string> Notes => notes;

    /// <summary>The graph's inputs and outputs.</summary>
    public override string ToString() => $"{string.Join(", ", graph.Inputs)} -> {string.Join(", ", graph.Outputs)}";
}
