namespace GCnn.LibTorch.Tests.Oracle.Cases;

internal static partial class CaseTable
{
    private static Dictionary<string, Func<OracleCase, Outputs>> Creation => new()
    {
        ["torch.zeros"] = _ => zeros(2, 3),
        ["torch.ones"] = _ => ones(2, 1, 2),
        ["torch.full"] = _ => Outputs.Of(full([2, 2], 1.5), full([2], 3, ScalarType.Int64)),
        ["torch.eye"] = _ => Outputs.Of(eye(2), eye(2, 3)),
        ["torch.arange"] = _ => Outputs.Of(arange(4), arange(1, 4), arange(0.5, 2, 0.5)),
        ["torch.linspace"] = _ => linspace(-1, 2, 5),
        ["torch.tensor"] = _ =>
            Outputs.Of(tensor(2.5), tensor([1.5, 2.5]), tensor(new long[,] { { 1, 2 }, { 3, 4 } }), tensor([true, false])),
        ["torch.zeros_like"] = c => zeros_like(c.A),
        ["torch.ones_like"] = c => ones_like(c.A),
        ["torch.full_like"] = c => full_like(c.A, 2.5),
        ["Tensor.zeros_like"] = c => c.A.zeros_like(),
        ["Tensor.ones_like"] = c => c.A.ones_like(ScalarType.Int64),
        ["Tensor.full_like"] = c => c.A.full_like(2.5),
        ["Tensor.new_zeros"] = c => c.A.new_zeros([2, 2]),
    };
}
