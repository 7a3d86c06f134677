using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Distributed.Tests;

public class BucketLaws
{
    [Fact]
    public void The_last_parameters_come_first_and_a_bucket_is_closed_when_it_is_full()
    {
        // Of each parameter its numbers, and one that says in how many processes it has a gradient.
        Assert.Equal([5 + 1, 1 + 9 + 2], Numbers(bytes: 20, Of(9), Of(1), Of(5)));
        Assert.Equal([5 + 1, 1 + 1, 9 + 1], Numbers(bytes: 1, Of(9), Of(1), Of(5)));
        Assert.Equal([5 + 1 + 9 + 3], Numbers(bytes: 1 << 20, Of(9), Of(1), Of(5)));
        Assert.Empty(Numbers(bytes: 1));
    }

    [Fact]
    public void A_bucket_is_of_one_type() =>
        Assert.Equal([1 + 1, 2 + 1 + 2], Numbers(bytes: 1 << 20, Of(1), Of(2), Of(1, ScalarType.Float64)));

    [Fact]
    public void Other_types_are_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Numbers(1, Of(2, ScalarType.BFloat16)));
        Assert.Contains("a parameter is of BFloat16", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Alone_there_is_always_something_to_do()
    {
        Alone.Instance.Idle = false;
        Assert.False(Alone.Instance.Idle);
        Assert.Equal(3, Alone.Instance.Sum(3));
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => Alone.Instance.Idle = true);
        Assert.Contains("needs images in each step", refused.Message, StringComparison.Ordinal);
    }

    private static int[] Numbers(int bytes, params Parameter[] parameters)
    {
        IReadOnlyList<GradientBucket> buckets = GradientBuckets.Of(parameters, bytes);
        int[] numbers = [.. buckets.Select(bucket => bucket.Numbers)];
        foreach (GradientBucket bucket in buckets)
            bucket.Dispose();
        return numbers;
    }

    private static Parameter Of(int numbers, ScalarType type = ScalarType.Float32) => new(zeros(numbers, type));
}
