namespace GCnn.LibTorch.Tests.Oracle.Cases;

internal static partial class CaseTable
{
    private static Dictionary<string, Func<OracleCase, Outputs>> Indexing => new()
    {
        ["Tensor.index"] = c =>
        {
            var (i, j) = (TensorIndex.Tensor(c.I), TensorIndex.Tensor(c.J));
            return Outputs.Of(
                c.A.index(i), c.A[.., j], c.A[i, .., 0], c.A[i, j], c.A[TensorIndex.Ellipsis, 1], c.A[.., TensorIndex.None, -1], c.A[1.., TensorIndex.Slice(step: 2)]);
        },
        ["Tensor.index/mask"] = c => Outputs.Of(c.A[TensorIndex.Tensor(c.M)], c.A[.., .., 0][TensorIndex.Tensor(c.M)]),
        ["Tensor.index_put_"] = c =>
        {
            var copy = c.A.clone().index_put_(c.B, TensorIndex.Tensor(c.I));
            copy[.., 1] = tensor(0.5);
            return copy;
        },
        ["Tensor.index_select"] = c => c.A.index_select(1, c.I),
        ["Tensor.index_add"] = c => c.A.index_add(0, c.I, c.B, 0.5),
        ["Tensor.index_add_"] = c => c.A.clone().index_add_(0, c.I, c.B, 0.5),
        ["Tensor.index_copy_"] = c => c.A.clone().index_copy_(0, c.I, c.B),
        ["Tensor.gather"] = c => c.A.gather(1, c.I),
        ["Tensor.scatter"] = c => c.A.scatter(1, c.I, c.B),
        ["Tensor.scatter_"] = c => c.A.clone().scatter_(1, c.I, c.B),
        ["Tensor.scatter_add_"] = c => c.A.clone().scatter_add_(1, c.I, c.B),
        ["Tensor.masked_select"] = c => c.A.masked_select(c.M),
        ["Tensor.nonzero"] = c => c.M.nonzero(),
        ["Tensor.copy_"] = c => c.A.clone().copy_(c.B),
    };
}
