namespace GCnn.Distributed.Tests;

public class LaunchTests
{
    [Fact]
    public void A_process_started_by_itself_is_alone()
    {
        Assert.Equal(Launch.Single, Launch.Of(_ => null));
        Assert.False(Launch.Single.IsParallel);
    }

    [Fact]
    public void Under_mpirun_its_variables_say_which_process_it_is()
    {
        Launch launch = Launch.Of(Variables(
            ("OMPI_COMM_WORLD_SIZE", "8"), ("OMPI_COMM_WORLD_RANK", "5"), ("OMPI_COMM_WORLD_LOCAL_SIZE", "4"),
            ("SLURM_STEP_NUM_TASKS", "2")));
        Assert.Equal(new Launch(5, 8, 4, IsBound: false), launch);
        Assert.True(launch.IsParallel);
    }

    [Fact]
    public void Under_srun_with_PMIx_those_of_Slurm_do() => Assert.Equal(
        new Launch(3, 6, 4, IsBound: true),
        Launch.Of(Variables(
            ("SLURM_STEP_NUM_TASKS", "6"), ("SLURM_PROCID", "3"), ("PMIX_RANK", "3"), ("SLURM_STEP_TASKS_PER_NODE", "4,2"))));

    [Fact]
    public void Tasks_of_srun_that_cannot_find_each_other_are_refused()
    {
        PlatformNotSupportedException refused = Assert.Throws<PlatformNotSupportedException>(
            () => Launch.Of(Variables(("SLURM_STEP_NUM_TASKS", "6"), ("SLURM_PROCID", "3"))));
        Assert.Contains("srun started 6 tasks", refused.Message, StringComparison.Ordinal);
        Assert.Contains("srun --mpi=pmix", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Launch.Single, Launch.Of(Variables(("SLURM_STEP_NUM_TASKS", "1"))));
    }

    [Theory]
    [InlineData(4, false, 8, 2)]
    [InlineData(4, false, 2, 1)]
    [InlineData(4, true, 2, 2)]
    [InlineData(1, false, 8, 8)]
    public void Processes_of_a_machine_share_its_cores(int local, bool bound, int cores, int threads) =>
        Assert.Equal(threads, new Launch(0, 4, local, bound).ThreadsOf(cores));

    private static Func<string, string?> Variables(params (string Name, string Value)[] set) =>
        name => set.FirstOrDefault(variable => variable.Name == name).Value;
}
