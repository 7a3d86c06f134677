using GCnn.Actions;
using GCnn.Groups;
using GCnn.Layers;
using GCnn.Layers.Tests;
using static TorchSharp.torch;

namespace GCnn.Onnx.Tests;

/// <summary>Names, batches, outputs and what stands before the net.</summary>
public sealed class OnnxExportLaws(OnnxRun onnx) : IClassFixture<OnnxRun>
{
    public static TheoryData<string> Nets => [.. ExportNets.ByName.Keys];

    [Theory]
    [MemberData(nameof(Nets))]
    public void Weights_keep_the_names_and_the_numbers_of_the_plain_nets_state_dict(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        Dictionary<string, OnnxTensor> constants = OnnxExport.Of(net, x.shape[1..]).Graph.Constants.ToDictionary(constant => constant.Name);
        int same = 0;
        foreach ((string key, Tensor value) in PlainNet.Of(net).state_dict())
        {
            if (key.EndsWith("num_batches_tracked", StringComparison.Ordinal) || key.EndsWith("biases", StringComparison.Ordinal))
                continue;
            OnnxTensor constant = constants[key];
            Assert.Equal(value.shape, constant.Shape);
            Assert.Equal(value.contiguous().bytes.ToArray(), constant.Bytes.ToArray());
            same++;
        }

        Assert.InRange(same, 5, 200);
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void The_net_stays_as_it_was(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        net.train();
        Tensor stream = random.get_rng_state();
        Dictionary<string, Tensor> before = net.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        OnnxExport.Of(net, x.shape[1..]);
        Assert.True(net.training);
        Assert.True(stream.Equals(random.get_rng_state()) || Examples.Same(stream, random.get_rng_state()));
        Assert.All(before, entry => Assert.True(Examples.Same(entry.Value, net.state_dict()[entry.Key])));
    }

    [NodeTheory]
    [MemberData(nameof(Nets))]
    public void The_number_of_images_is_free(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        OnnxModel model = OnnxExport.Of(net, x.shape[1..]);
        Assert.Equal(["N", "1", "11", "11"], model.Graph.Inputs.Single().Shape.Select(length => $"{length}"));
        Assert.Equal(["N", "2"], model.Graph.Outputs.Single().Shape.Select(length => $"{length}"));
        foreach (Tensor images in new[] { x, x.narrow(0, 1, 1), cat([x, x.flip(0), x]) })
            Assert.True(onnx.Compare(model, net, images).Holds);
    }

    [NodeFact]
    public void Probabilities_are_a_second_output()
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained("p4m, p4, p2");
        OnnxModel model = OnnxExport.Of(net, x.shape[1..], new OnnxOptions { Probabilities = true });
        Assert.Equal(["logits", "probabilities"], model.Graph.Outputs.Select(output => output.Name));
        Assert.True(onnx.Compare(model, net, x).Holds);
        Tensor shares = onnx.Run(model, x, OnnxExport.Probabilities);
        Assert.True(Agreement.Of(net.call(x).softmax(1), shares).Holds);
    }

    [NodeFact]
    public void A_resampling_before_the_net_takes_square_images()
    {
        (nn.Module<Tensor, Tensor> net, _) = ExportNets.Trained("p6m");
        var plan = Resampling.SquareToHexagonal(15, 13, 5);
        using ImageResampling resampling = new(plan);
        OnnxModel model = OnnxExport.Of(net, [1, 11, 11], new OnnxOptions { Resampling = plan });
        Assert.Equal("images: N x 1 x 15 x 13 -> logits: N x 2", $"{model}");
        Tensor squares = randn(4, 1, 15, 13);
        net.eval();
        Assert.True(Agreement.Of(net.call(resampling.Apply(squares)), onnx.Run(model, squares)).Holds);

        // Images one pixel aside give others.
        Tensor aside = cat([squares.narrow(3, 1, 12), squares.narrow(3, 0, 1)], 3);
        Assert.False(Agreement.Of(net.call(resampling.Apply(aside)), onnx.Run(model, squares)).Holds);
        Messages.Say<ArgumentException>(
            () => OnnxExport.Of(net, [1, 13, 13], new OnnxOptions { Resampling = plan }),
            "the net takes images of shape 1 x 13 x 13; a resampling from 15 x 13 to 11 x 11 gives others");
    }
}
