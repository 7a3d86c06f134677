using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Differentiable statistics whose last digit does not depend on the size of the batch.</summary>
internal static class ImageStatistics
{
    /// <summary>The mean of the channels, added up in their order. <c>N x C x H x W</c> to <c>N x 1 x H x W</c>.</summary>
    public static Tensor Grey(Tensor images) => images.unbind(1).Aggregate((sum, channel) => sum + channel).unsqueeze(1) / images.shape[1];

    /// <summary>The greatest channel of each pixel. <c>N x C x H x W</c> to <c>N x 1 x H x W</c>.</summary>
    public static Tensor Brightest(Tensor images) => images.unbind(1).Aggregate((most, channel) => most.maximum(channel)).unsqueeze(1);

    /// <summary>
    /// The mean of each image, or of each of its channels: each image on its own, because one reduction over the batch may order its sums
    /// by the batch's size. <c>N x C x H x W</c> to <c>N x 1 x 1 x 1</c> or <c>N x C x 1 x 1</c>.
    /// </summary>
    public static Tensor Means(Tensor images, bool perChannel = false) => perChannel
        ? stack(images.unbind().Select(image => stack(image.unbind().Select(channel => channel.mean())))).unsqueeze(-1).unsqueeze(-1)
        : stack(images.unbind().Select(image => image.mean())).reshape(-1, 1, 1, 1);
}
