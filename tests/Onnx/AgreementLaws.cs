using GCnn.Groups;
using GCnn.Layers;
using GCnn.Layers.Tests;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Onnx.Tests;

/// <summary>What is exported gives the same numbers in ONNX Runtime.</summary>
public sealed class AgreementLaws(OnnxRun onnx) : IClassFixture<OnnxRun>
{
    public static TheoryData<string> Layers => [.. ExportCases.ByType.Keys.Select(type => type.Name)];

    public static TheoryData<string> Nets => [.. ExportNets.ByName.Keys];

    [NodeTheory]
    [MemberData(nameof(Layers))]
    public void Every_layer_that_exports_agrees(string name)
    {
        Func<PlaneGroup, EquivariantModule[]> cases = ExportCases.ByType.Single(layer => layer.Key.Name == name).Value;
        int told = 0;
        foreach (EquivariantModule layer in ExportCases.Groups.SelectMany(cases))
        {
            using DisposeScope scope = NewDisposeScope();
            Exports.Random(layer).to(ScalarType.Float32);
            FieldType type = layer.InputType;
            Tensor x = (layer is EquivariantLinear ? Exports.Vectors(type) : Exports.OddImages(type).First()).to(ScalarType.Float32);
            Agreement agreement = onnx.Compare(layer, x);
            Assert.True(agreement.Holds, $"{layer.GetName()} of {layer.InputType}: {agreement}");
            layer.Dispose();
            told++;
        }

        Assert.True(told >= 2);
    }

    [NodeTheory]
    [MemberData(nameof(Nets))]
    public void Nets_after_training_agree(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        Agreement agreement = onnx.Compare(net, x);
        Assert.True(agreement.Holds, $"{agreement}");
    }
}
