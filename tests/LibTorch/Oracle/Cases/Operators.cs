namespace GCnn.LibTorch.Tests.Oracle.Cases;

internal static partial class CaseTable
{
    private static Dictionary<string, Func<OracleCase, Outputs>> Operators => new()
    {
        ["Tensor.eq"] = c => c.A.eq(c.B),
        ["Tensor.eq/scalar"] = c => c.A.eq(1),
        ["Tensor.ne"] = c => c.A.ne(c.B),
        ["Tensor.ne/scalar"] = c => c.A.ne(1),
        ["Tensor.lt"] = c => c.A.lt(c.B),
        ["Tensor.lt/scalar"] = c => c.A.lt(1),
        ["Tensor.le"] = c => c.A.le(c.B),
        ["Tensor.le/scalar"] = c => c.A.le(1),
        ["Tensor.gt"] = c => c.A.gt(c.B),
        ["Tensor.gt/scalar"] = c => c.A.gt(1),
        ["Tensor.ge"] = c => c.A.ge(c.B),
        ["Tensor.ge/scalar"] = c => c.A.ge(1),
        ["Tensor.logical_and"] = c => c.A.logical_and(c.B),
        ["Tensor.logical_or"] = c => c.A.logical_or(c.B),
        ["Tensor.equal"] = c => Outputs.Of(c.A.equal(c.A).ToBoolean(), c.A.equal(c.B).ToBoolean()),
        ["Tensor.allclose"] = c => Outputs.Of(c.A.allclose(c.A + 1e-9), c.A.allclose(c.A + 1e-3), c.A.allclose(c.A + 1e-3, atol: 1e-2)),
        ["torch.equal"] = c => Outputs.Of(equal(c.A, c.A).ToBoolean(), equal(c.A, c.B).ToBoolean()),
        ["torch.allclose"] = c => Outputs.Of(allclose(c.A, c.A + 1e-9), allclose(c.A, c.A + 1e-3)),
        ["Tensor.op_Addition"] = c => Outputs.Of(c.A + c.B, c.A + 1.7, c.A + 3, 1.7 + c.B, 3 + c.B),
        ["Tensor.op_Addition/other numbers"] = c =>
            Outputs.Of(c.A + 0.5f, c.A + 3L, c.A + (Scalar)1.7, 0.5f + c.A, 3L + c.A, (Scalar)1.7 + c.A),
        ["Tensor.op_Subtraction"] = c => Outputs.Of(c.A - c.B, c.A - 1.7, c.A - 3, 1.7 - c.B, 3 - c.B),
        ["Tensor.op_Subtraction/other numbers"] = c =>
            Outputs.Of(c.A - 0.5f, c.A - 3L, c.A - (Scalar)1.7, 0.5f - c.A, 3L - c.A, (Scalar)1.7 - c.A),
        ["Tensor.op_Multiply"] = c => Outputs.Of(c.A * c.B, c.A * 1.7, c.A * 3, 1.7 * c.B, 3 * c.B),
        ["Tensor.op_Multiply/other numbers"] = c =>
            Outputs.Of(c.A * 0.5f, c.A * 3L, c.A * (Scalar)1.7, 0.5f * c.A, 3L * c.A, (Scalar)1.7 * c.A),
        ["Tensor.op_Division"] = c => Outputs.Of(c.A / c.B, c.A / 1.7, c.A / 3, 1.7 / c.B, 3 / c.B),
        ["Tensor.op_Division/other numbers"] = c =>
            Outputs.Of(c.A / 0.5f, c.A / 3L, c.A / (Scalar)1.7, 0.5f / c.A, 3L / c.A, (Scalar)1.7 / c.A),
        ["Tensor.op_UnaryNegation"] = c => -c.A,
        ["Tensor.op_GreaterThan"] = c => Outputs.Of(c.A > c.B, c.A > 1),
        ["Tensor.op_GreaterThanOrEqual"] = c => Outputs.Of(c.A >= c.B, c.A >= 1),
        ["Tensor.op_LessThan"] = c => Outputs.Of(c.A < c.B, c.A < 1),
        ["Tensor.op_LessThanOrEqual"] = c => Outputs.Of(c.A <= c.B, c.A <= 1),
    };
}
