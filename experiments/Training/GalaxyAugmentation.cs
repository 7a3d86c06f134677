using GCnn.Experiments.Data;
using static TorchSharp.torch;
namespace GCnn.Experiments.Training;
/// <summary>T.</summary>
public sealed class GalaxyAugmentation(GalaxyTask task, bool augmented, int size, int seed)
{
    /// <summary>T.</summary>
    public (Tensor Images, long[] Classes) Apply(Tensor images, GalaxySet set, int[] batch, int epoch) { _ = task; _ = augmented; _ = seed; _ = epoch; return (Centre(images, size), [.. batch.Select(i => (long)set.Classes[i])]); }
    /// <summary>T.</summary>
    public static Tensor Centre(Tensor images, int size) { ArgumentNullException.ThrowIfNull(images); long m = (images.size(3) - size) / 2; return images.narrow(2, m, size).narrow(3, m, size).contiguous(); }
}
