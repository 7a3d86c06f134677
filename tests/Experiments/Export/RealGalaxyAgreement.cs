using System.Runtime.InteropServices;
using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Export;
using GCnn.Experiments.Models;
using GCnn.Experiments.Tests.Data;
using GCnn.Experiments.Tests.Support;
using GCnn.Onnx;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Export;

/// <summary>Nets trained on real galaxies give the same answers to real galaxies in ONNX Runtime, to 1e-5.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class RealGalaxyAgreement(SkyFolder folder)
{
    private const int Size = 33;
    private const int Batch = 32;
    private const int Steps = 12;

    [RealGalaxyTheory]
    [InlineData("p4m")]
    [InlineData("p6m")]
    [InlineData("p4m-p4-p2")]
    public void They_agree_after_training(string name)
    {
        using ModelSource model = Trained(name);
        string file = folder.New(".onnx");
        Assert.True(ExportExperiment.Run(model, new ExportOptions(file, true, false, Check: true, SharedDataFactAttribute.Archive)));

        // The comparison anew, and with a weight in the file that is one in a thousand larger.
        using OnnxRuntime runtime = OnnxRuntime.Start();
        using LatticeView view = new(model.Name.Groups.Lattice, Size);
        using IDisposable noGrad = no_grad();
        Tensor galaxies = ExportImages.Of(SharedDataFactAttribute.Archive!, Size).First(), ours = model.Net.call(view.Of(galaxies));
        runtime.Load(file);
        Agreement agreement = Agreement.Of(ours, runtime.Run(galaxies));
        Assert.True(agreement.Holds, $"{agreement}");
        Assert.True(Agreement.Of(ours.softmax(1), runtime.Run(galaxies, OnnxExport.Probabilities)).Holds);
        Spoil(file);
        runtime.Load(file);
        Assert.False(Agreement.Of(ours, runtime.Run(galaxies)).Holds);
    }

    private static ModelSource Trained(string name)
    {
        var model = ModelSource.Open(name, Size, parameters: 8000);
        (Tensor images, Tensor classes) = Galaxies(Batch * 4);
        using LatticeView view = new(model.Name.Groups.Lattice, Size);
        using optim.Optimizer optimizer = optim.AdamW(model.Net.parameters(), 0.01);
        List<double> losses = [];
        model.Net.train();
        for (int step = 0; step < Steps; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            int first = step % 4 * Batch;
            Tensor answers = model.Net.call(view.Of(images.narrow(0, first, Batch)));
            Tensor loss = nn.functional.cross_entropy(answers, classes.narrow(0, first, Batch));
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        Assert.True(losses[^4..].Average() < losses[..4].Average(), string.Join(", ", losses));
        model.Net.eval();
        return model;
    }

    /// <summary>The first galaxies of the set, as the net sees them in training, with their classes.</summary>
    private static (Tensor Images, Tensor Classes) Galaxies(int count)
    {
        using var archive = ImageArchive.Open(SharedDataFactAttribute.Archive!);
        GalaxyObjects objects = GalaxyObjects.Of(
            archive, LabelTable.Read(archive, new()), GalaxyTask.Morphology, new GCnn.Images.CentreResize(Size));
        float[] pixels = [.. Enumerable.Range(0, count).SelectMany(objects.Read)];
        return (tensor(pixels, [count, 3, Size, Size]), tensor([.. objects.Classes.Take(count).Select(c => (long)c)]));
    }

    private static void Spoil(string file)
    {
        OnnxModel model;
        using (FileStream stream = File.OpenRead(file))
            model = OnnxFile.Read(stream);
        OnnxGraph graph = model.Graph;
        OnnxTensor weights = graph.Constants.First(constant => constant.Name.EndsWith(".weight", StringComparison.Ordinal));
        float[] spoilt = [.. MemoryMarshal.Cast<byte, float>(weights.Bytes.Span).ToArray().Select(weight => 1.001f * weight)];
        OnnxTensor[] constants =
            [.. graph.Constants.Select(constant => constant == weights ? OnnxTensor.Of(weights.Name, weights.Shape, spoilt) : constant)];
        graph = new OnnxGraph(graph.Name, graph.Nodes, constants, graph.Inputs, graph.Outputs);
        using FileStream spoiltFile = File.Create(file);
        OnnxFile.Write(new OnnxModel(graph, model.Notes), spoiltFile);
    }
}
