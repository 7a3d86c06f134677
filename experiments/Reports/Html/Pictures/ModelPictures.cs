using GCnn.Actions;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Training;
using GCnn.Groups;
using GCnn.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Reports.Html;

/// <summary>What only a living net can show: its first filters, and its first feature maps of one galaxy in every pose.</summary>
public sealed class ModelPictures
{
    // Galaxies among which the one for the feature maps is chosen.
    private const int Candidates = 64;

    private ModelPictures(FilterOrbits filters, FeatureMotion motion) => (Filters, Motion) = (filters, motion);

    /// <summary>Filters of the first layer and their poses.</summary>
    internal FilterOrbits Filters { get; }

    /// <summary>Feature maps of a moving galaxy.</summary>
    internal FeatureMotion Motion { get; }

    /// <summary>Takes the pictures; the net's weights stay as they are.</summary>
    /// <param name="net">The net; it is in evaluation mode afterwards.</param>
    /// <param name="view">What it sees of images.</param>
    /// <param name="data">The data, of which one test galaxy is shown, the same to all models of a lattice.</param>
    public static ModelPictures Of(GalaxyNet net, LatticeView view, GalaxyData data)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(data);
        net.eval();
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        EquivariantModule[] first = [.. net.Features.Modules.Take(3)];
        return new ModelPictures(
            FilterOrbits.Of((Convolution)first[0]), FeatureMotion.Of(first, view.Symmetries, Galaxy(view, data)));
    }

    // The galaxy that looks least like itself in any other pose.
    private static Tensor Galaxy(LatticeView view, GalaxyData data)
    {
        Tensor images = view.Of(GalaxyAugmentation.Centre(
            GalaxyBatch.Load(data.TestSet, [.. data.Test.Take(Candidates)]), view.Size));
        var colours = FieldType.Trivial(view.Symmetries, (int)images.size(1));
        Tensor[] changes =
        [
            .. Enumerable.Range(1, view.Symmetries.Order - 1)
                .Select(h => (images.Transform(colours, h) - images).abs().mean([1, 2, 3])),
        ];
        return images.narrow(0, stack(changes).amin([0]).argmax().item<long>(), 1);
    }
}
