namespace GCnn.Distributed.Tests;

public class ExchangeLaws
{
    public static TheoryData<int> Ranks => [1, 2, 4];

    [Theory]
    [MemberData(nameof(Ranks))]
    public void All_begin_with_the_weights_of_process_0(int ranks) =>
        Assert.Equal(2, MpiJob.Of("exchange", ranks)["start of process 0"]);

    [Theory]
    [MemberData(nameof(Ranks))]
    public void Gradients_are_sums_over_the_processes(int ranks)
    {
        // The net gives 2 * 3 * 3 * 5 * 11: the derivative by a factor is the product of the others.
        MpiJob job = MpiJob.Of("exchange", ranks);
        Assert.Equal(3 * 3 * 5 * 11, job["first"]);
        Assert.Equal(3 * 3 * 5 * 11, job["first again"]);
        Assert.Equal(2 * 2 * 3 * 5 * 11, job["twice used"]);
        Assert.Equal(2 * 3 * 3 * 5, job["last"]);
        Assert.Equal(2 * 3 * 3 * 5 * 11, job["accumulated"]);
        Assert.Equal(1, job["sum of a number"]);
    }

    [Theory]
    [MemberData(nameof(Ranks))]
    public void A_parameter_without_gradient_in_all_processes_keeps_none(int ranks)
    {
        MpiJob job = MpiJob.Of("exchange", ranks);
        Assert.Equal(1, job["frozen has none"]);
        Assert.Equal(1, job["unused has none"]);
        Assert.Equal(1, job["used by process 0"]);
    }

    [Theory]
    [MemberData(nameof(Ranks))]
    public void Each_bucket_is_summed_once_a_step(int ranks)
    {
        MpiJob job = MpiJob.Of("exchange", ranks);
        Assert.Equal(job["steps"], job["most sums of a bucket"]);
        Assert.Equal(job["steps"], job["least sums of a bucket"]);
    }

    [Fact]
    public void Another_net_is_refused()
    {
        Assert.Equal(1, MpiJob.Of("exchange", 2)["another net is refused"]);
        Assert.Equal(0, MpiJob.Of("exchange", 1)["another net is refused"]);
    }

    // Buckets of one parameter each, in the order last, unused, ...: the unused one holds up those behind it until the end.
    [Theory]
    [MemberData(nameof(Ranks))]
    public void Sums_begin_while_the_backward_pass_goes_on(int ranks)
    {
        MpiJob job = MpiJob.Of("exchange", ranks);
        Assert.Equal(1, job["early"]);
        Assert.Equal(2, job["early again"]);
    }
}
