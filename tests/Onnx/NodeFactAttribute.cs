namespace GCnn.Onnx.Tests;

/// <summary>A test that runs ONNX Runtime; reported as skipped where node or the runtime's packages cannot be had.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeTheoryAttribute.Missing.Value;
}
