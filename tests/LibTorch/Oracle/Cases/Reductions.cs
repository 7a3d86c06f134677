namespace GCnn.LibTorch.Tests.Oracle.Cases;

internal static partial class CaseTable
{
    private static Dictionary<string, Func<OracleCase, Outputs>> Reductions => new()
    {
        ["Tensor.sum"] = c => c.A.sum(),
        ["Tensor.sum/dimension"] = c => c.A.sum(1),
        ["Tensor.sum/dimensions"] = c => c.A.sum([0, 2], keepdim: true),
        ["Tensor.sum/type"] = c => c.A.sum(ScalarType.Float64),
        ["Tensor.mean"] = c => c.A.mean(),
        ["Tensor.mean/dimensions"] = c => c.A.mean([0, 2], keepdim: true),
        ["Tensor.var"] = c => c.A.var(),
        ["Tensor.var/biased"] = c => c.A.var(unbiased: false),
        ["Tensor.var/dimension"] = c => c.A.var(1, unbiased: true, keepdim: true),
        ["Tensor.var/dimensions"] = c => c.A.var([0, 2], unbiased: false),
        ["Tensor.std"] = c => c.A.std(),
        ["Tensor.std/biased"] = c => c.A.std(unbiased: false),
        ["Tensor.std/dimension"] = c => c.A.std(1, unbiased: true, keepdim: true),
        ["Tensor.std/dimensions"] = c => c.A.std([0, 2], unbiased: false),
        ["Tensor.max"] = c => c.A.max(),
        ["Tensor.max/other"] = c => c.A.max(c.B),
        ["Tensor.max/dimension"] = c => c.A.max(1, keepdim: true),
        ["Tensor.amax"] = c => c.A.amax(0, 2),
        ["Tensor.argmax"] = c => Outputs.Of(c.A.argmax(), c.A.argmax(1), c.A.argmax(0, keepdim: true)),
        ["Tensor.min"] = c => c.A.min(),
        ["Tensor.min/other"] = c => c.A.min(c.B),
        ["Tensor.min/dimension"] = c => c.A.min(1, keepdim: true),
        ["Tensor.amin"] = c => c.A.amin(0, 2),
        ["Tensor.argmin"] = c => Outputs.Of(c.A.argmin(), c.A.argmin(1), c.A.argmin(0, keepdim: true)),
        ["Tensor.argsort"] = c => Outputs.Of(c.A.argsort(), c.A.argsort(0, descending: true)),
        ["Tensor.sort"] = c => c.A.sort(0, descending: true),
        ["Tensor.any"] = c => Outputs.Of(c.A.any(), c.B.any()),
        ["Tensor.all"] = c => Outputs.Of(c.A.all(), c.B.all()),
        ["Tensor.norm"] = c => Outputs.Of(c.A.norm(), c.A.norm(3)),
        ["Tensor.cumsum"] = c => c.A.cumsum(1),
        ["Tensor.logsumexp"] = c => Outputs.Of(c.A.logsumexp(1), c.A.logsumexp(0, keepdim: true)),
        ["Tensor.softmax"] = c => c.A.softmax(1),
        ["Tensor.log_softmax"] = c => c.A.log_softmax(0),
    };
}
