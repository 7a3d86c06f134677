using F = TorchSharp.torch.nn.functional;

namespace GCnn.LibTorch.Tests.Oracle.Cases;

internal static partial class CaseTable
{
    private static Dictionary<string, Func<OracleCase, Outputs>> Functional => new()
    {
        ["functional.conv2d"] = c => F.conv2d(c.A, c.W, c.B),
        ["functional.conv2d/geometry"] = c => F.conv2d(c.A, c.W, null, [2, 1], [1, 2], [1, 2], 2),
        ["functional.conv2d_padding"] = c =>
            Outputs.Of(F.conv2d_padding(c.A, c.W, c.B, padding: Padding.Same), F.conv2d_padding(c.A, c.W, c.B)),
        ["functional.conv_transpose2d"] = c => F.conv_transpose2d(c.A, c.W, c.B, strides: [2], padding: [1], output_padding: [1]),
        ["functional.linear"] = c => Outputs.Of(F.linear(c.A, c.W, c.B), F.linear(c.A, c.W)),
        ["functional.unfold"] = c => F.unfold(c.A, 2, padding: 1, stride: 2),
        ["functional.fold"] = c => F.fold(c.A, 3, 2),
        ["functional.max_pool2d"] = c => Outputs.Of(F.max_pool2d(c.A, 2), F.max_pool2d(c.A, (3, 2), (1, 2), (1, 0), ceil_mode: true)),
        ["functional.max_pool2d_with_indices"] = c => F.max_pool2d_with_indices(c.A, [2, 2], [1, 1]),
        ["functional.avg_pool2d"] = c => Outputs.Of(
            F.avg_pool2d(c.A, 2), F.avg_pool2d(c.A, (3, 2), (1, 2), (1, 0), count_include_pad: false), F.avg_pool2d(c.A, [2, 2], divisor_override: 3)),
        ["functional.adaptive_avg_pool2d"] = c => Outputs.Of(F.adaptive_avg_pool2d(c.A, (2, 3)), F.adaptive_avg_pool2d(c.A, 1)),
        ["functional.adaptive_max_pool2d"] = c => F.adaptive_max_pool2d(c.A, [2, 3]),
        ["functional.adaptive_max_pool2d_with_indices"] = c => F.adaptive_max_pool2d_with_indices(c.A, [1, 2]),
        ["functional.relu"] = c => F.relu(c.A),
        ["functional.leaky_relu"] = c => F.leaky_relu(c.A, 0.2),
        ["functional.elu"] = c => F.elu(c.A, 0.7),
        ["functional.gelu"] = c => Outputs.Of(F.gelu(c.A), F.gelu(c.A, TorchSharp.Modules.GELU.Approximate.tanh)),
        ["functional.silu"] = c => F.silu(c.A),
        ["functional.sigmoid"] = c => F.sigmoid(c.A),
        ["functional.tanh"] = c => F.tanh(c.A),
        ["functional.softplus"] = c => Outputs.Of(F.softplus(c.A), F.softplus(c.A, 2, 1)),
        ["functional.softmax"] = c => F.softmax(c.A, 1),
        ["functional.log_softmax"] = c => F.log_softmax(c.A, 1),
        ["functional.normalize"] = c => Outputs.Of(F.normalize(c.A), F.normalize(c.A, 1.5, 0)),
        ["functional.batch_norm"] = c => Outputs.Of(
            F.batch_norm(c.A, null, null, c.W, c.B, training: true, eps: 1e-3), F.batch_norm(c.A, c.M.detach(), c["v"].detach(), c.W, c.B)),
        ["utils.clip_grad_norm_"] = c => Clipped(c, 2),
        ["utils.clip_grad_norm_/maximum"] = c => Clipped(c, double.PositiveInfinity),
    };

    private static Outputs Clipped(OracleCase c, double norm)
    {
        TorchSharp.Modules.Parameter[] parameters = [new(c.A.clone()), new(c.B.clone())];
        (parameters[0].pow(2).sum() + parameters[1].pow(3).sum()).backward();
        var total = nn.utils.clip_grad_norm_(parameters, 0.5, norm);
        return Outputs.Of(parameters[0].grad!, parameters[1].grad!, tensor(total));
    }
}
