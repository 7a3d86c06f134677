namespace GCnn.Onnx;

/// <summary>What goes into a graph or comes out of it (<c>ValueInfoProto</c>): a name, a type and a shape. Source: [Onnx2022].</summary>
/// <param name="name">Its name.</param>
/// <param name="element">The type of its numbers.</param>
/// <param name="shape">The length of each axis.</param>
public sealed class OnnxValue(string name, OnnxElement element, params IReadOnlyList<OnnxDimension> shape)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The type of its numbers.</summary>
    public OnnxElement Element => element;

    /// <summary>The length of each axis.</summary>
    public IReadOnlyList<OnnxDimension> Shape => shape;

    /// <summary>Name and shape, such as <c>images: N x 3 x 65 x 65</c>.</summary>
    public override string ToString() => $"{name}: {string.Join(" x ", shape)}";
}
