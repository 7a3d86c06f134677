using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Onnx;

/// <summary>Attention over pixels.</summary>
internal static class Attention
{
    /// <summary>
    /// <c>Reshape</c> of queries, keys and values to their heads, <c>Transpose</c>, <c>MatMul</c>, <c>Div</c>, <c>Add</c> of a constant,
    /// <c>Softmax</c>, <c>MatMul</c>, <c>Reshape</c>.
    /// </summary>
    public static string Attend(PlainAttention module, Translation at)
    {
        GraphValue queries = at.Part("queries", module.Maps.Queries, at.Input), keys = at.Part("keys", module.Maps.Keys, at.Input);
        GraphValue values = at.Part("values", module.Maps.Values, at.Input);
        string c = at.Add("Transpose", [OfHeads(module, at, queries)], OnnxAttribute.Of("perm", [0L, 1, 3, 2]));
        string scores = at.Add("MatMul", [c, OfHeads(module, at, keys)]);
        string scaled = at.Add("Div", [scores, at.Number(Math.Sqrt(queries.Shape[1] / module.Heads))]);
        string shares = at.Add("Softmax", [at.Add("Add", [scaled, Added(module, at)])], OnnxAttribute.Of("axis", 3L));
        string turned = at.Add("Transpose", [shares], OnnxAttribute.Of("perm", [0L, 1, 3, 2]));
        string seen = at.Add("MatMul", [OfHeads(module, at, values), turned]);
        return at.Add("Reshape", [seen, at.Numbers(0, values.Shape[1], at.Rows, at.Columns)]);
    }

    /// <summary><b>Shapes:</b> <c>N x (heads d) x H x W</c> to <c>N x heads x d x H W</c>.</summary>
    private static string OfHeads(PlainAttention module, Translation at, GraphValue value) => at.Add(
        "Reshape", [value.Name, at.Numbers(0, module.Heads, value.Shape[1] / module.Heads, at.Rows * at.Columns)]);

    private static string Added(PlainAttention module, Translation at)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        return at.Weights("added", module.Added(at.Rows, at.Columns, ones(1)));
    }
}
