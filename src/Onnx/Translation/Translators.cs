using GCnn.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Onnx;

/// <summary>Adds the nodes that compute what a module computes in evaluation, and gives the name of the last one's output.</summary>
internal delegate string Translator(nn.Module<Tensor, Tensor> module, Translation at);

/// <summary>For each kind of plain module the operators that it becomes. To add a kind, add a row.</summary>
internal static class Translators
{
    /// <summary>The translator of each kind.</summary>
    public static IReadOnlyDictionary<Type, Translator> ByKind { get; } = new Dictionary<Type, Translator>
    {
        [typeof(Sequential)] = Of<Sequential>(Joins.Chain),
        [typeof(PlainSum)] = Of<PlainSum>((sum, at) => Joins.Fold(sum, at, "Add")),
        [typeof(PlainProduct)] = Of<PlainProduct>((product, at) => Joins.Fold(product, at, "Mul")),
        [typeof(PlainConcatenation)] = Of<PlainConcatenation>(Joins.Concatenate),

        [typeof(Conv2d)] = Of<Conv2d>(Linears.Convolve),
        [typeof(ConvTranspose2d)] = Of<ConvTranspose2d>(Linears.ConvolveTransposed),
        [typeof(Linear)] = Of<Linear>(Linears.Multiply),
        [typeof(BatchNorm1d)] = Of<BatchNorm1d>(Linears.Normalise),
        [typeof(BatchNorm2d)] = Of<BatchNorm2d>(Linears.Normalise),

        [typeof(Identity)] = Of<Identity>((_, at) => at.Input.Name),
        [typeof(Dropout)] = Of<Dropout>((_, at) => at.Input.Name),
        [typeof(Dropout2d)] = Of<Dropout2d>((_, at) => at.Input.Name),
        [typeof(Flatten)] = Of<Flatten>(Layouts.Flatten),
        [typeof(ZeroPad2d)] = Of<ZeroPad2d>(Layouts.Pad),

        [typeof(ReLU)] = Of<ReLU>((_, at) => at.Add("Relu")),
        [typeof(LeakyReLU)] = Of<LeakyReLU>((x, at) => at.Add("LeakyRelu", OnnxAttribute.Of("alpha", x.negative_slope))),
        [typeof(ELU)] = Of<ELU>((x, at) => at.Add("Elu", OnnxAttribute.Of("alpha", x.alpha))),
        [typeof(GELU)] = Of<GELU>(Nonlinearities.Gelu),
        [typeof(SiLU)] = Of<SiLU>((_, at) => at.Add("Mul", [at.Input.Name, at.Add("Sigmoid")])),
        [typeof(Tanh)] = Of<Tanh>((_, at) => at.Add("Tanh")),
        [typeof(Sigmoid)] = Of<Sigmoid>((_, at) => at.Add("Sigmoid")),
        [typeof(Softplus)] = Of<Softplus>(Nonlinearities.Softplus),
        [typeof(Softmax)] = Of<Softmax>((x, at) => at.Add("Softmax", OnnxAttribute.Of("axis", x.dim))),
        [typeof(LogSoftmax)] = Of<LogSoftmax>((x, at) => at.Add("LogSoftmax", OnnxAttribute.Of("axis", x.dim))),
        [typeof(PlainPower)] = Of<PlainPower>((x, at) => at.Add("Pow", [at.Input.Name, at.Number(x.Exponent)])),
        [typeof(PlainWinners)] = Of<PlainWinners>(Nonlinearities.Winners),

        [typeof(MaxPool2d)] = Of<MaxPool2d>(Poolings.Largest),
        [typeof(AvgPool2d)] = Of<AvgPool2d>(Poolings.Mean),
        [typeof(AdaptiveMaxPool2d)] = Of<AdaptiveMaxPool2d>(Poolings.AdaptiveLargest),
        [typeof(AdaptiveAvgPool2d)] = Of<AdaptiveAvgPool2d>(Poolings.AdaptiveMean),
        [typeof(PlainWindows)] = Of<PlainWindows>(Poolings.Windows),

        [typeof(PlainHexagon)] = Of<PlainHexagon>(Layouts.Hexagon),
        [typeof(PlainFrame)] = Of<PlainFrame>(Layouts.Frame),
        [typeof(PlainDisc)] = Of<PlainDisc>(Layouts.Disc),
        [typeof(PlainAttention)] = Of<PlainAttention>(Attention.Attend),
    };

    private static Translator Of<T>(Func<T, Translation, string> translate)
        where T : nn.Module<Tensor, Tensor> => (module, at) => translate((T)module, at);
}
