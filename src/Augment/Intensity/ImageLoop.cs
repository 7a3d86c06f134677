using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Work on each image of a batch by itself, on as many threads as libtorch uses.</summary>
internal static class ImageLoop
{
    /// <summary>Does something for each number below a count.</summary>
    public static void For(int count, Action<int> each)
    {
        int threads = Math.Min(count, get_num_threads());
        if (threads > 1)
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, each);
            return;
        }

        for (int n = 0; n < count; n++)
        {
            each(n);
        }
    }

    /// <summary>How many images fit in one span, which has at most 2^31 bytes.</summary>
    public static int InOneSpan(Tensor images) =>
        (int)Math.Max(1, int.MaxValue / (images.NumberOfElements / images.shape[0] * images.ElementSize));
}
