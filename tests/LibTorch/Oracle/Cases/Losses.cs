using F = TorchSharp.torch.nn.functional;

namespace GCnn.LibTorch.Tests.Oracle.Cases;

internal static partial class CaseTable
{
    private static Dictionary<string, Func<OracleCase, Outputs>> Losses => new()
    {
        ["functional.cross_entropy/none"] = c => F.cross_entropy(c.A, c.I, c.W.detach(), 1, nn.Reduction.None, 0.1),
        ["functional.nll_loss/none"] = c => F.nll_loss(c.A, c.I, c.W.detach(), nn.Reduction.None),
        ["functional.mse_loss/none"] = c => F.mse_loss(c.A, c.B, nn.Reduction.None),
        ["functional.l1_loss/none"] = c => F.l1_loss(c.A, c.B, nn.Reduction.None),
        ["functional.smooth_l1_loss/none"] = c => F.smooth_l1_loss(c.A, c.B, nn.Reduction.None, 0.7),
        ["functional.binary_cross_entropy_with_logits/none"] = c =>
            F.binary_cross_entropy_with_logits(c.A, c["t"].detach(), c.W.detach(), nn.Reduction.None, c["p"].detach()),
        ["functional.cross_entropy/mean"] = c => F.cross_entropy(c.A, c.I, c.W.detach(), 1, nn.Reduction.Mean, 0.1),
        ["functional.nll_loss/mean"] = c => F.nll_loss(c.A, c.I, c.W.detach(), nn.Reduction.Mean),
        ["functional.mse_loss/mean"] = c => F.mse_loss(c.A, c.B, nn.Reduction.Mean),
        ["functional.l1_loss/mean"] = c => F.l1_loss(c.A, c.B, nn.Reduction.Mean),
        ["functional.smooth_l1_loss/mean"] = c => F.smooth_l1_loss(c.A, c.B, nn.Reduction.Mean, 0.7),
        ["functional.binary_cross_entropy_with_logits/mean"] = c =>
            F.binary_cross_entropy_with_logits(c.A, c["t"].detach(), c.W.detach(), nn.Reduction.Mean, c["p"].detach()),
        ["functional.cross_entropy/sum"] = c => F.cross_entropy(c.A, c.I, c.W.detach(), 1, nn.Reduction.Sum, 0.1),
        ["functional.nll_loss/sum"] = c => F.nll_loss(c.A, c.I, c.W.detach(), nn.Reduction.Sum),
        ["functional.mse_loss/sum"] = c => F.mse_loss(c.A, c.B, nn.Reduction.Sum),
        ["functional.l1_loss/sum"] = c => F.l1_loss(c.A, c.B, nn.Reduction.Sum),
        ["functional.smooth_l1_loss/sum"] = c => F.smooth_l1_loss(c.A, c.B, nn.Reduction.Sum, 0.7),
        ["functional.binary_cross_entropy_with_logits/sum"] = c =>
            F.binary_cross_entropy_with_logits(c.A, c["t"].detach(), c.W.detach(), nn.Reduction.Sum, c["p"].detach()),
        ["functional.cross_entropy/probabilities"] = c => F.cross_entropy(c.A, c["t"]),
    };
}
