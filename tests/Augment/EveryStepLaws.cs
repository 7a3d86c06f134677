using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>What holds for every augmentation, whatever it does.</summary>
public class EveryStepLaws
{
    // All images together have more numbers, 40425, than libtorch gives to one thread, and are no multiple of a vector's length.
    private const int Count = 11;
    private const int Side = 35;

    private static readonly (int Batch, int Threads)[] Ways = [(1, 2), (4, 1), (Count, 2)];

    public static TheoryData<string> Names => Steps.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void An_image_comes_out_the_same_whatever_the_batch_and_the_threads(string name)
    {
        Augmentation step = Steps.All[name];
        foreach (ScalarType type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            Tensor images = Examples.Images(Count, Side, Side, type) - 0.1;
            StepParameters[] drawn = Steps.Draw(step, Count);
            Tensor expected = OnThreads(1, () => step.Apply(images, drawn));
            Assert.Null(FirstDifference(step, images, drawn, expected));
            Assert.Equal((type, (long)Count), (expected.dtype, expected.shape[0]));
        }
    }

    /// <summary>A step that looks at its neighbours in the batch, as a reduction over the batch would, is found.</summary>
    [Fact]
    public void A_step_that_looks_at_the_batch_is_rejected()
    {
        Tensor images = Examples.Images(Count, Side, Side);
        BatchMean step = new();
        StepParameters[] drawn = Steps.Draw(step, Count);
        Assert.NotNull(FirstDifference(step, images, drawn, step.Apply(images, drawn)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Single_and_double_precision_agree_to_rounding(string name)
    {
        Augmentation step = Steps.All[name];
        Tensor images = Examples.Images(6, 23, 23);
        StepParameters[] drawn = Steps.Draw(step, 6);
        Tensor single = step.Apply(images, drawn).to(ScalarType.Float64), twice = step.Apply(images.to(ScalarType.Float64), drawn);
        Assert.InRange(Examples.Distance(single, twice), 0, 2e-5);
    }

    /// <summary>Later steps of a pipeline draw the same whatever this one drew.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_number_of_draws_does_not_depend_on_their_outcome(string name)
    {
        int[] draws = [.. Enumerable.Range(0, 40).Select(sample => DrawsOf(Steps.All[name], sample))];
        Assert.Single(draws.Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_the_result_stays_in_the_callers_scope(string name)
    {
        Tensor images = Examples.Images(2, 23, 23);
        StepParameters[] drawn = Steps.Draw(Steps.All[name], 2);
        using DisposeScope scope = NewDisposeScope();
        Steps.All[name].Apply(images, drawn);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_images_that_go_in_stay_as_they_are(string name)
    {
        Tensor images = Examples.Images(2, 23, 23), before = images.clone();
        Steps.All[name].Apply(images, Steps.Draw(Steps.All[name], 2));
        Assert.True(Examples.Same(before, images));
    }

    [Fact]
    public void Each_equals_itself_and_no_other()
    {
        Augmentation[] all = [.. Steps.All.Values];
        Assert.All(all, (a, i) => Assert.All(all, (b, j) => Assert.Equal(i == j, a.Equals(b))));
        Assert.All(all, a => Assert.Equal(a.Draw(new SampleStream(1, 2, 3)), a.Draw(new SampleStream(1, 2, 3))));
    }

    private static string? FirstDifference(Augmentation step, Tensor images, StepParameters[] drawn, Tensor expected) =>
        (from way in Ways
         let result = OnThreads(way.Threads, () => cat([.. Enumerable.Range(0, Count).Chunk(way.Batch).Select(ids =>
             step.Apply(images.narrow(0, ids[0], ids.Length), [.. ids.Select(id => drawn[id])]))]))
         where !Examples.Same(expected, result)
         select $"batches of {way.Batch} on {way.Threads} threads differ by {Examples.Distance(expected, result)}").FirstOrDefault();

    private static Tensor OnThreads(int threads, Func<Tensor> work)
    {
        int before = get_num_threads();
        set_num_threads(threads);
        try
        {
            return work();
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static int DrawsOf(Augmentation step, int sample)
    {
        SampleStream stream = new(3, 0, sample), fresh = new(3, 0, sample);
        step.Draw(stream);
        ulong next = stream.NextBits();
        return Enumerable.Range(0, 1000).First(_ => fresh.NextBits() == next);
    }

    private sealed record BatchMean : Augmentation
    {
        public override bool IsGeometric => false;

        public override StepParameters Draw(SampleStream stream) => new NoParameters();

        public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters) => images - images.mean();
    }
}
