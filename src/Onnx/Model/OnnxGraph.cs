namespace GCnn.Onnx;

/// <summary>Nodes in an order in which they can be computed, with their constants (<c>GraphProto</c>). Source: [Onnx2022].</summary>
/// <param name="name">The graph's name.</param>
/// <param name="nodes">The nodes; each reads what stands before it.</param>
/// <param name="constants">The constants (<c>initializer</c>).</param>
/// <param name="inputs">What goes in.</param>
/// <param name="outputs">What comes out.</param>
public sealed class OnnxGraph(
    string name, IReadOnlyList<OnnxNode> nodes, IReadOnlyList<OnnxTensor> constants, IReadOnlyList<OnnxValue> inputs,
    IReadOnlyList<OnnxValue> outputs)
{
    /// <summary>The graph's name.</summary>
    public string Name => name;

    /// <summary>The nodes.</summary>
    public IReadOnlyList<OnnxNode> Nodes => nodes;

    /// <summary>The constants.</summary>
    public IReadOnlyList<OnnxTensor> Constants => constants;

    /// <summary>What goes in.</summary>
    public IReadOnlyList<OnnxValue> Inputs => inputs;

    /// <summary>What comes out.</summary>
    public IReadOnlyList<OnnxValue> Outputs => outputs;

    /// <summary>The nodes as equations, one a line.</summary>
    public override string ToString() => string.Join('\n', nodes);
}
