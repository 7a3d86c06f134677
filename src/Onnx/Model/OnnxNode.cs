namespace GCnn.Onnx;

/// <summary>One operator applied to named values, giving one (<c>NodeProto</c>). Source: [Onnx2022].</summary>
/// <param name="name">The node's name.</param>
/// <param name="operation">The operator, such as <c>Conv</c>.</param>
/// <param name="inputs">The names of what it reads, in the operator's order; empty for an optional input that is left out.</param>
/// <param name="output">The name of what it gives.</param>
/// <param name="attributes">Its constants.</param>
public sealed class OnnxNode(
    string name, string operation, IReadOnlyList<string> inputs, string output, params IReadOnlyList<OnnxAttribute> attributes)
{
    /// <summary>The node's name.</summary>
    public string Name => name;

    /// <summary>The operator.</summary>
    public string Operation => operation;

    /// <summary>The names of what it reads.</summary>
    public IReadOnlyList<string> Inputs => inputs;

    /// <summary>The name of what it gives.</summary>
    public string Output => output;

    /// <summary>Its constants.</summary>
    public IReadOnlyList<OnnxAttribute> Attributes => attributes;

    /// <summary>The node as an equation.</summary>
    public override string ToString() => $"{output} = {operation}({string.Join(", ", inputs)})";
}
