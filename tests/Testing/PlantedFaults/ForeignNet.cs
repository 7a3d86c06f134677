using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>A p4m net of plain modules: lift, rectify, group convolution, downsampling, norm. Any of them can be at fault.</summary>
internal static class ForeignNet
{
    public static readonly FieldType Image = FieldType.Trivial(PlaneGroup.P4m, 1);

    public static readonly FieldType Fields = FieldType.Regular(PlaneGroup.P4m, 2);

    /// <summary>The types of the modules that know of no types.</summary>
    public static ModelReportOptions Options { get; } = new()
    {
        Types = new Dictionary<string, IFieldMap>(StringComparer.Ordinal)
        {
            ["rectify"] = new FieldMap(Fields, Fields),
            ["norm"] = new FieldMap(Fields, Fields),
        },
        Steps = 3,
    };

    public static nn.Module<Tensor, Tensor> Build(
        Turning lifting = Turning.Sound, Turning group = Turning.Sound, nn.Module<Tensor, Tensor>? norm = null) => nn.Sequential(
        ("lift", new TurnedFilters(Image, 2, lifting)),
        ("rectify", nn.ReLU()),
        ("group", new TurnedFilters(Fields, 2, group)),
        ("down", new TurnedFilters(Fields, 2, stride: 2)),
        ("norm", norm ?? new SharedNorm(Fields)));

    public static Tensor Input(int side = 9) => IntegerTensors.Random(3, 2, 1, side, side);

    public static ModelReport Report(nn.Module<Tensor, Tensor> net, int side = 9) =>
        ModelReport.For(net, Image, Fields, Input(side), Options);
}
