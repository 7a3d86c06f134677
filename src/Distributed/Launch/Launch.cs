namespace GCnn.Distributed;

/// <summary>How this process was started, as its environment tells: by <c>mpirun</c>, by Slurm's <c>srun</c>, or by itself.</summary>
/// <remarks>
/// Open MPI's <c>mpirun</c> sets <c>OMPI_COMM_WORLD_SIZE</c>, <c>OMPI_COMM_WORLD_RANK</c> and <c>OMPI_COMM_WORLD_LOCAL_SIZE</c>.
/// <c>srun --mpi=pmix</c> sets <c>PMIX_RANK</c>, beside Slurm's own <c>SLURM_STEP_NUM_TASKS</c>, <c>SLURM_PROCID</c> and
/// <c>SLURM_STEP_TASKS_PER_NODE</c>. An <c>srun</c> without PMIx starts tasks that do not know of each other.
/// </remarks>
/// <param name="Rank">The number of this process, from 0.</param>
/// <param name="Ranks">How many processes there are, 1 for one started by itself.</param>
/// <param name="LocalRanks">How many of them are on this machine.</param>
/// <param name="IsBound">Whether this process may use only its own part of the machine's cores.</param>
public sealed record Launch(int Rank, int Ranks, int LocalRanks, bool IsBound)
{
    /// <summary>A process started by itself.</summary>
    public static Launch Single { get; } = new(0, 1, 1, IsBound: false);

    /// <summary>How this process was started.</summary>
    /// <exception cref="PlatformNotSupportedException">In a way in which tasks cannot find each other; one sentence.</exception>
    public static Launch Current => Of(Environment.GetEnvironmentVariable);

    /// <summary>Whether there are other processes.</summary>
    public bool IsParallel => Ranks > 1;

    /// <summary>The threads that this process can have to itself, when all do the same.</summary>
    /// <param name="cores">The cores that it may use.</param>
    public int ThreadsOf(int cores) => Math.Max(1, IsBound ? cores : cores / LocalRanks);

    /// <summary>How a process with an environment was started.</summary>
    /// <param name="variable">The value of a variable of the environment, or null.</param>
    /// <exception cref="PlatformNotSupportedException">
    /// Several tasks were started by <c>srun</c> in a way in which they cannot find each other; one sentence says how they can.
    /// </exception>
    public static Launch Of(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        int Number(string name) => int.TryParse(variable(name), out int number) ? number : 0;
        if (Number("OMPI_COMM_WORLD_SIZE") is > 0 and int size)
        {
            return new Launch(
                Number("OMPI_COMM_WORLD_RANK"), size, Math.Max(1, Number("OMPI_COMM_WORLD_LOCAL_SIZE")),
                Number("OMPI_MCA_orte_bound_at_launch") == 1);
        }

        int tasks = Number("SLURM_STEP_NUM_TASKS");
        return tasks <= 1 ? Single
            : variable("PMIX_RANK") is not null ? OfSlurm(Number("SLURM_PROCID"), tasks, variable("SLURM_STEP_TASKS_PER_NODE"))
            : throw new PlatformNotSupportedException(
                $"srun started {tasks} tasks that cannot find each other, and each would do the whole work; use srun --mpi=pmix, or " +
                "mpirun inside sbatch.");
    }

    // Slurm gives each task cores of its own. Its list of tasks on each node begins with a number: "4(x2),3".
    private static Launch OfSlurm(int rank, int tasks, string? tasksPerNode)
    {
        string first = new([.. (tasksPerNode ?? "").TakeWhile(char.IsAsciiDigit)]);
        return new Launch(rank, tasks, int.TryParse(first, out int local) ? local : tasks, IsBound: true);
    }
}
