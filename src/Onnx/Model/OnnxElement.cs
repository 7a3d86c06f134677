namespace GCnn.Onnx;

/// <summary>The type of a tensor's numbers, by its number in <c>TensorProto.DataType</c>. Source: [Onnx2022].</summary>
public enum OnnxElement
{
    /// <summary>None.</summary>
    Undefined = 0,

    /// <summary>Real numbers of 32 bits.</summary>
    Float = 1,

    /// <summary>Whole numbers of 64 bits: shapes and indices.</summary>
    Int64 = 7,

    /// <summary>Truth, one byte each: masks.</summary>
    Bool = 9,
}
