using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Onnx;

/// <summary>Modules with learnt weights.</summary>
internal static class Linears
{
    /// <summary><c>Conv</c>, after the padding where that does not add zeros.</summary>
    public static string Convolve(Conv2d module, Translation at)
    {
        (long[] before, long[] after) = Padding(module);
        bool adds = before.Concat(after).Any(side => side != 0);
        bool zeros = !adds || module.padding_mode is PaddingModes.Zeros or PaddingModes.Constant;
        string input = zeros ? at.Input.Name : Layouts.Pad(at, before, after, module.padding_mode);
        return at.Add(
            "Conv", Weighted(module, at, input), OnnxAttribute.Of("kernel_shape", module.kernel_size),
            OnnxAttribute.Of("strides", module.stride), OnnxAttribute.Of("pads", zeros ? [.. before, .. after] : [0L, 0, 0, 0]),
            OnnxAttribute.Of("dilations", module.dilation), OnnxAttribute.Of("group", module.groups));
    }

    /// <summary><c>ConvTranspose</c>.</summary>
    public static string ConvolveTransposed(ConvTranspose2d module, Translation at) => at.Add(
        "ConvTranspose", Weighted(module, at, at.Input.Name), OnnxAttribute.Of("kernel_shape", module.kernel_size),
        OnnxAttribute.Of("strides", module.stride), OnnxAttribute.Of("pads", [.. module.padding!, .. module.padding!]),
        OnnxAttribute.Of("output_padding", module.output_padding), OnnxAttribute.Of("dilations", module.dilation),
        OnnxAttribute.Of("group", module.groups));

    /// <summary><c>Gemm</c> for one vector an image, else <c>MatMul</c> and <c>Add</c>.</summary>
    public static string Multiply(Linear module, Translation at)
    {
        if (at.Input.Shape.Count == 2)
        {
            return at.Add("Gemm", Weighted(at, at.Input.Name, module.weight, module.bias), OnnxAttribute.Of("transB", 1L));
        }

        using var scope = NewDisposeScope();
        string product = at.Add("MatMul", [at.Input.Name, at.Weights("weight", module.weight.t())]);
        return module.bias is null ? product : at.Add("Add", [product, at.Weights("bias", module.bias)]);
    }

    /// <summary><c>BatchNormalization</c> with the statistics that were gathered in training.</summary>
    public static string Normalise(NormBase module, Translation at)
    {
        if (module.running_mean is null || module.running_var is null)
        {
            throw at.Refusal(
                module, "without running statistics its answer to an image depends on the others of the batch",
                "build it with track_running_stats and train it anew");
        }

        using var scope = NewDisposeScope();
        return at.Add(
            "BatchNormalization",
            [
                at.Input.Name,
                at.Weights("weight", module.affine ? module.weight : ones(module.num_features)),
                at.Weights("bias", module.affine ? module.bias! : zeros(module.num_features)),
                at.Weights("running_mean", module.running_mean),
                at.Weights("running_var", module.running_var),
            ],
            OnnxAttribute.Of("epsilon", module.eps));
    }

    private static IReadOnlyList<string> Weighted(Convolution module, Translation at, string input) =>
        Weighted(at, input, module.weight, module.bias);

    private static IReadOnlyList<string> Weighted(Translation at, string input, Tensor weight, Tensor? bias) => bias is null
        ? [input, at.Weights("weight", weight)]
        : [input, at.Weights("weight", weight), at.Weights("bias", bias)];

    /// <summary>Rows and columns added before and after; of an odd number, the larger half comes after.</summary>
    private static (long[] Before, long[] After) Padding(Conv2d module)
    {
        if (module.padding_type is not { } type)
        {
            return (module.padding!, module.padding!);
        }

        bool same = type == TorchSharp.Padding.Same;
        long[] total = [.. module.kernel_size.Zip(module.dilation, (side, step) => same ? step * (side - 1) : 0)];
        long[] before = Array.ConvertAll(total, sum => sum / 2);
        return (before, [.. total.Zip(before, (sum, first) => sum - first)]);
    }
}
