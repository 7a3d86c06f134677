namespace GCnn.LibTorch.Tests.Oracle.Cases;

internal static partial class CaseTable
{
    private static Dictionary<string, Func<OracleCase, Outputs>> LinearAlgebra => new()
    {
        ["Tensor.matmul"] = c => Outputs.Of(c.A.matmul(c.B), c.A[0].matmul(c.B)),
        ["Tensor.mm"] = c => c.A.mm(c.B),
        ["Tensor.bmm"] = c => c.A.bmm(c.B),
        ["Tensor.dot"] = c => c.A.dot(c.B),
        ["Tensor.outer"] = c => c.A.outer(c.B),
        ["torch.matmul"] = c => matmul(c.A, c.B),
        ["torch.einsum"] = c => Outputs.Of(einsum("oik,kj->oij", c.A, c.B), einsum("oik,kj,o->ji", c.A, c.B, c.C)),
    };
}
