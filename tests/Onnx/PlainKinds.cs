using GCnn.Groups;
using GCnn.Layers;
using GCnn.Layers.Tests;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Onnx.Tests;

/// <summary>Modules that no layer becomes, or not with such arguments, each against ONNX Runtime.</summary>
public sealed class PlainKinds(OnnxRun onnx) : IClassFixture<OnnxRun>
{
    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> Modules = new()
    {
        ["Identity"] = nn.Identity,
        ["Dropout"] = () => nn.Sequential(nn.Dropout(), nn.ReLU(), nn.Dropout2d()),
        ["Softmax"] = () => nn.Softmax(1),
        ["LogSoftmax"] = () => nn.LogSoftmax(-1),
        ["GELU by tanh"] = () => nn.GELU(GELU.Approximate.tanh),
        ["Softplus with a low threshold"] = () => nn.Softplus(2, 1),
        ["Softplus with a high threshold"] = () => nn.Softplus(0.5, 30),
        ["Flatten to the end"] = () => nn.Flatten(2),
        ["Flatten in the middle"] = () => nn.Flatten(1, 2),
        ["Linear of rows"] = () => nn.Linear(11, 5),
        ["Linear of rows without a bias"] = () => nn.Linear(11, 5, hasBias: false),
        ["BatchNorm2d without weights"] = () => nn.BatchNorm2d(4, affine: false),
        ["ZeroPad2d"] = () => nn.ZeroPad2d((1, 2, 3, 0)),
        ["ZeroPad2d that cuts"] = () => nn.ZeroPad2d((-1, 2, -3, 0)),
        ["Conv2d, same"] = () => nn.Conv2d(4, 2, (4, 3), Padding.Same, dilation: (2, 1)),
        ["Conv2d, same and circular"] = () => nn.Conv2d(4, 2, (2, 5), Padding.Same, padding_mode: PaddingModes.Circular),
        ["Conv2d, valid"] = () => nn.Conv2d(4, 2, (2, 5), Padding.Valid),
        ["Conv2d, reflecting"] = () => nn.Conv2d(4, 2, 3, 2, 2, padding_mode: PaddingModes.Reflect),
        ["MaxPool2d with gaps"] = () => nn.MaxPool2d([3, 2], [2, 1], [1, 0], [2, 3]),
        ["MaxPool2d past the image"] = () => nn.MaxPool2d([3, 2], [2, 3], [1, 1], ceil_mode: true),
        ["MaxPool2d of long steps"] = () => nn.MaxPool2d([2, 2], [3, 4], [0, 1], ceil_mode: true),
        ["AvgPool2d"] = () => nn.AvgPool2d([3, 2], [2, 1], [1, 0]),
        ["AvgPool2d without the padding"] = () => nn.AvgPool2d([3, 2], [2, 1], [1, 1], count_include_pad: false),
        ["AvgPool2d past the image"] = () => nn.AvgPool2d([3, 2], [2, 3], [1, 1], ceil_mode: true),
        ["AvgPool2d past the image without the padding"] = () =>
            nn.AvgPool2d([2, 2], [3, 4], [0, 1], ceil_mode: true, count_include_pad: false),
        ["AvgPool2d with a divisor"] = () => nn.AvgPool2d([3, 2], [2, 1], [1, 0], divisor_override: 5),
        ["AdaptiveAvgPool2d"] = () => nn.AdaptiveAvgPool2d([4L, 7L]),
        ["AdaptiveMaxPool2d"] = () => nn.AdaptiveMaxPool2d([4L, 7L]),
        ["AdaptiveMaxPool2d along one axis"] = () => nn.AdaptiveMaxPool2d([1L, 2L]),
        ["ConvTranspose2d"] = () => nn.ConvTranspose2d(4, 6, (3, 2), (2, 3), (1, 0), (1, 2), (1, 2), groups: 2),
        ["PlainFrame that leaves the image"] = () => new PlainFrame((3, 0), (3, 0), 1),
        ["PlainHexagon of another value"] = () => new PlainHexagon(2, -7),
        ["PlainSum of one"] = () => new PlainSum(nn.Tanh()),
        ["PlainProduct of three"] = () => new PlainProduct(nn.Tanh(), nn.Sigmoid(), new PlainPower(3)),
    };

    public static TheoryData<string> Names => [.. Modules.Keys];

    [NodeTheory]
    [MemberData(nameof(Names))]
    public void Each_agrees(string name)
    {
        manual_seed(3);
        nn.Module<Tensor, Tensor> module = Modules[name]();
        if (module is NormBase)
            module.call((3 * randn(9, 4, 2, 2)) + 1);
        else
            Exports.Random(module);
        Tensor x = 2 * (name.StartsWith("PlainHexagon", StringComparison.Ordinal) ? randn(3, 4, 11, 11) : randn(3, 4, 9, 11));
        Agreement agreement = onnx.Compare(module, x);
        Assert.True(agreement.Holds, $"{name}: {agreement}");
    }

    [Fact]
    public void Every_kind_of_plain_module_has_a_translator()
    {
        Type[] kinds =
        [
            .. typeof(PlainNet).Assembly.GetExportedTypes()
                .Where(type => type.IsAssignableTo(typeof(nn.Module)) && !type.IsAbstract)
                .Where(type => type.Name.StartsWith("Plain", StringComparison.Ordinal)),
        ];
        Assert.Equal(10, kinds.Length);
        Assert.Empty(kinds.Except(Translators.ByKind.Keys));
        Assert.NotEmpty(kinds.Append(typeof(Own)).Except(Translators.ByKind.Keys));
    }

    [Fact]
    public void What_has_no_operators_is_named_by_its_path_in_one_sentence()
    {
        long[] image = [4, 9, 11];
        Messages.Say<NotSupportedException>(
            () => OnnxExport.Of(nn.Sequential(nn.ReLU(), new PlainSum(nn.Identity(), new Own())), image),
            "Own at 1.1 cannot be written as ONNX, since no operators are known for modules of its kind; use one of docs/export.md, or " +
            "let it export itself as such modules (IExportable).");
        Messages.Say<NotSupportedException>(
            () => OnnxExport.Of(nn.BatchNorm2d(4, track_running_stats: false), image),
            "BatchNorm2d cannot be written as ONNX, since without running statistics its answer to an image depends on the others of the " +
            "batch; build it with track_running_stats and train it anew.");
        Messages.Say<NotSupportedException>(
            () => OnnxExport.Of(nn.Flatten(0), image),
            "Flatten cannot be written as ONNX, since it would make the images of a batch one; ");
        Messages.Say<NotSupportedException>(
            () => OnnxExport.Of(nn.MaxPool2d([2, 2], dilation: [2, 1], ceil_mode: true), image),
            "MaxPool2d cannot be written as ONNX, since its windows have gaps and may reach past the image (ceil_mode); ");
        Messages.Say<NotSupportedException>(
            () => OnnxExport.Of(new PolyphaseSampling(FieldType.Regular(PlaneGroup.P4m, 1)), [8, 8, 8]),
            "PolyphaseSampling cannot be exported, since ");
    }

    private sealed class Own() : nn.Module<Tensor, Tensor>(nameof(Own))
    {
        public override Tensor forward(Tensor input) => input * 2;
    }
}
