namespace GCnn.LibTorch.Tests.Oracle.Cases;

internal static partial class CaseTable
{
    private static Dictionary<string, Func<OracleCase, Outputs>> Random => new()
    {
        ["torch.rand"] = _ => Outputs.Of(rand(3), rand(2, 2)),
        ["torch.randn"] = _ => Outputs.Of(randn(3), randn(4, 5)),
        ["torch.randint"] = _ => Outputs.Of(randint(10, [5]), randint(-3, 3, [2, 2])),
        ["torch.randperm"] = _ => randperm(12),
        ["torch.rand_like"] = c => rand_like(c.A),
        ["torch.randn_like"] = c => randn_like(c.A),
        ["Tensor.rand_like"] = c => c.A.rand_like(),
        ["Tensor.randn_like"] = c => c.A.randn_like(),
        ["Tensor.normal_"] = c => c.A.detach().clone().normal_(1, 2),
        ["Tensor.uniform_"] = c => c.A.detach().clone().uniform_(-1, 2),
        ["Tensor.bernoulli_"] = c => c.A.detach().clone().bernoulli_(0.3),
        ["Tensor.bernoulli"] = c => c.A.full_like(0.4).bernoulli(),
        ["Tensor.poisson"] = c => (c.A.detach() * 4).poisson(),
        ["Tensor.multinomial"] = c => c.A.detach().multinomial(5, replacement: true),
        ["functional.dropout"] = c => Outputs.Of(nn.functional.dropout(c.A, 0.4), nn.functional.dropout(c.A, 0.4, training: false)),
        ["functional.dropout2d"] = c => nn.functional.dropout2d(c.A, 0.4),
        ["nn.Conv2d/initial values"] = _ => Outputs.Of([.. nn.Conv2d(2, 3, 3).parameters().Select(p => p.detach())]),
        ["nn.Linear/initial values"] = _ => Outputs.Of([.. nn.Linear(3, 2).parameters().Select(p => p.detach())]),
        ["init.kaiming_uniform_"] = _ => nn.init.kaiming_uniform_(empty(3, 2, 2, 2)),
        ["init.kaiming_normal_"] = _ => nn.init.kaiming_normal_(empty(3, 2, 2, 2)),
        ["init.xavier_uniform_"] = _ => nn.init.xavier_uniform_(empty(3, 2, 2, 2)),
        ["init.xavier_normal_"] = _ => nn.init.xavier_normal_(empty(3, 2, 2, 2)),
        ["init.uniform_"] = _ => nn.init.uniform_(empty(3, 2, 2, 2)),
        ["init.normal_"] = _ => nn.init.normal_(empty(3, 2, 2, 2)),
        ["init.kaiming_normal_/fan out"] = _ =>
            nn.init.kaiming_normal_(empty(3, 2), mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU),
        ["init.constant_"] = _ => nn.init.constant_(empty(2), 0.7),
        ["init.zeros_"] = _ => nn.init.zeros_(empty(2)),
        ["init.ones_"] = _ => nn.init.ones_(empty(2)),
        ["init.calculate_gain"] = _ => tensor([
            nn.init.calculate_gain(nn.init.NonlinearityType.Linear), nn.init.calculate_gain(nn.init.NonlinearityType.Tanh),
            nn.init.calculate_gain(nn.init.NonlinearityType.ReLU), nn.init.calculate_gain(nn.init.NonlinearityType.LeakyReLU, 0.3),
            nn.init.calculate_gain(nn.init.NonlinearityType.Sigmoid),
        ]),
    };
}
