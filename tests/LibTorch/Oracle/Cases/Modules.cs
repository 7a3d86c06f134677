namespace GCnn.LibTorch.Tests.Oracle.Cases;

internal static partial class CaseTable
{
    private static Dictionary<string, Func<OracleCase, Outputs>> Modules => new()
    {
        ["nn.Conv2d/zeros"] = c => Padded(c, PaddingModes.Zeros),
        ["nn.Conv2d/reflect"] = c => Padded(c, PaddingModes.Reflect),
        ["nn.Conv2d/replicate"] = c => Padded(c, PaddingModes.Replicate),
        ["nn.Conv2d/circular"] = c => Padded(c, PaddingModes.Circular),
        ["nn.Conv2d/same zeros"] = c => Same(c, PaddingModes.Zeros),
        ["nn.Conv2d/same reflect"] = c => Same(c, PaddingModes.Reflect),
        ["nn.Conv2d/same replicate"] = c => Same(c, PaddingModes.Replicate),
        ["nn.Conv2d/same circular"] = c => Same(c, PaddingModes.Circular),
        ["nn.Conv2d/geometry"] = c => c.Call(nn.Conv2d(4, 2, (2, 2), stride: (1, 2), dilation: (2, 2), groups: 2, bias: false)),
        ["nn.ConvTranspose2d"] = c => c.Call(nn.ConvTranspose2d(2, 3, 3)),
        ["nn.ConvTranspose2d/geometry"] = c => c.Call(nn.ConvTranspose2d(
            4, 2, (2, 3), stride: (1, 2), padding: (0, 1), output_padding: (0, 1), dilation: (2, 1), groups: 2, bias: false)),
        ["nn.Linear"] = c => c.Call(nn.Linear(3, 2)),
        ["nn.Linear/no bias"] = c => c.Call(nn.Linear(3, 2, hasBias: false)),
        ["nn.BatchNorm2d"] = c => c.Call(nn.BatchNorm2d(2)),
        ["nn.BatchNorm2d/evaluation"] = c => c.Call(Evaluated(nn.BatchNorm2d(2, eps: 1e-3))),
        ["nn.BatchNorm2d/not affine"] = c => c.Call(nn.BatchNorm2d(2, affine: false, momentum: 0.3)),
        ["nn.BatchNorm2d/no statistics"] = c => c.Call(Evaluated(nn.BatchNorm2d(2, track_running_stats: false))),
        ["nn.BatchNorm1d"] = c => c.Call(nn.BatchNorm1d(2)),
        ["nn.BatchNorm1d/length"] = c => c.Call(nn.BatchNorm1d(2)),
        ["nn.MaxPool2d"] = c => c.Call(nn.MaxPool2d(2, padding: 1)),
        ["nn.AvgPool2d"] = c => c.Call(nn.AvgPool2d((2, 3), (1, 1))),
        ["nn.AdaptiveAvgPool2d"] = c => c.Call(nn.AdaptiveAvgPool2d((2, 1))),
        ["nn.AdaptiveMaxPool2d"] = c => c.Call(nn.AdaptiveMaxPool2d([2, 1])),
        ["nn.ReLU"] = c => c.Call(nn.ReLU()),
        ["nn.LeakyReLU"] = c => c.Call(nn.LeakyReLU(0.2)),
        ["nn.ELU"] = c => c.Call(nn.ELU(0.7)),
        ["nn.GELU"] = c => c.Call(nn.GELU()),
        ["nn.SiLU"] = c => c.Call(nn.SiLU()),
        ["nn.Sigmoid"] = c => c.Call(nn.Sigmoid()),
        ["nn.Tanh"] = c => c.Call(nn.Tanh()),
        ["nn.Softplus"] = c => c.Call(nn.Softplus(2)),
        ["nn.Softmax"] = c => c.Call(nn.Softmax(1)),
        ["nn.LogSoftmax"] = c => c.Call(nn.LogSoftmax(0)),
        ["nn.Flatten"] = c => c.Call(nn.Flatten(0)),
        ["nn.Identity"] = c => c.Call(nn.Identity()),
        ["nn.Dropout"] = c => c.Call(Evaluated(nn.Dropout(0.3))),
        ["nn.Dropout2d"] = c => c.Call(Evaluated(nn.Dropout2d(0.3))),
        ["nn.ZeroPad2d"] = c => c.Call(nn.ZeroPad2d((1, 0, 2, 1))),
        ["nn.CrossEntropyLoss"] = c => c.Call(new TorchSharp.Modules.CrossEntropyLoss(ones(3), 2, label_smoothing: 0.2)),
        ["nn.NLLLoss"] = c => c.Call(nn.NLLLoss(ones(3))),
        ["nn.MSELoss"] = c => c.Call(nn.MSELoss(nn.Reduction.Sum)),
        ["nn.L1Loss"] = c => c.Call(nn.L1Loss()),
        ["nn.SmoothL1Loss"] = c => c.Call(nn.SmoothL1Loss(beta: 0.5)),
        ["nn.BCEWithLogitsLoss"] = c => c.Call(nn.BCEWithLogitsLoss(pos_weights: ones(3))),
        ["nn.Sequential"] = c => c.Call(Network()),
    };

    internal static nn.Module<Tensor, Tensor> Network() => nn.Sequential(
        nn.Conv2d(1, 2, 3, padding: 1), nn.BatchNorm2d(2), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(8, 2));

    private static Outputs Padded(OracleCase c, PaddingModes mode) => c.Call(nn.Conv2d(2, 2, (3, 2), padding: (1, 2), padding_mode: mode));

    private static Outputs Same(OracleCase c, PaddingModes mode) =>
        c.Call(nn.Conv2d(1, 1, (4, 3), Padding.Same, dilation: (1, 2), padding_mode: mode));

    private static T Evaluated<T>(T module)
        where T : nn.Module
    {
        module.eval();
        return module;
    }
}
