namespace GCnn.Distributed.Tests;

public class CommunicatorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Operations_are_over_all_processes(int ranks)
    {
        MpiJob job = MpiJob.Of("exchange", ranks);
        double total = ranks * (ranks + 1) / 2;
        Assert.Equal(ranks, job["ranks"]);
        Assert.Equal(total, job["sum of doubles"]);
        Assert.Equal(total, job["sum of floats"]);
        Assert.Equal(5, job["number of process 0"]);
        Assert.Equal(ranks, job["gathered"]);
        Assert.Equal(ranks, job["shared"]);
        Assert.Equal(3, job["bytes of process 0"]);
        Assert.Equal(0, job.Code);
    }

    [Fact]
    public void An_error_of_MPI_is_an_exception() => Assert.Equal(1, MpiJob.Of("exchange", 2)["an error is an exception"]);

    [Fact]
    public void Sums_are_of_float_or_double() => Assert.Equal(1, MpiJob.Of("exchange", 2)["whole numbers are refused"]);

    [Fact]
    public void A_process_that_aborts_ends_all_with_its_code() => Assert.Equal(7, MpiJob.Of("die", 2).Code);
}
