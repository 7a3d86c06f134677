namespace GCnn.Onnx.Tests;

/// <summary>Tests that run ONNX Runtime; reported as skipped where node or the runtime's packages cannot be had.</summary>
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = Missing.Value;

    /// <summary>What is missing, or null.</summary>
    internal static Lazy<string?> Missing { get; } = new(() =>
    {
        try
        {
            using var runtime = OnnxRuntime.Start();
            return null;
        }
        catch (Exception missing) when (missing is IOException or InvalidDataException)
        {
            return missing.Message;
        }
    });
}
