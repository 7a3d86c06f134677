namespace GCnn.Distributed;

/// <summary>This process as one of an MPI job, from its start to its end.</summary>
public sealed class MpiWorld : IDisposable
{
    private static MpiWorld? _started;

    private MpiWorld() => All = new Communicator(MpiLibrary.Address("ompi_mpi_comm_world"), own: false);

    /// <summary>All processes of the job.</summary>
    public Communicator All { get; }

    /// <summary>The world of this process, where it has been started.</summary>
    public static MpiWorld? Started => _started;

    /// <summary>Starts MPI, once in the life of a process.</summary>
    /// <exception cref="DllNotFoundException">Open MPI is not installed; one sentence.</exception>
    /// <exception cref="MpiException">It cannot be started, or lets only one thread call it.</exception>
    public static MpiWorld Start()
    {
        if (_started is not null)
        {
            return _started;
        }

        MpiLibrary.Require();
        Communicator.Check(MpiFunctions.Init(0, 0, MpiFunctions.ThreadMultiple, out int provided));
        if (provided < MpiFunctions.ThreadSerialized)
        {
            throw new MpiException(
                $"This Open MPI lets only the thread that started it call it (level {provided}); one built with threads is needed.");
        }

        return _started = new MpiWorld();
    }

    /// <summary>Ends all processes of the job at once, this one too.</summary>
    /// <param name="exitCode">The job's exit code, not 0.</param>
    public static void Abort(int exitCode)
    {
        if (_started is not null)
        {
            _ = MpiFunctions.Abort(MpiLibrary.Address("ompi_mpi_comm_world"), exitCode);
        }
    }

    /// <summary>Ends MPI; all processes must. It cannot be started again.</summary>
    public void Dispose()
    {
        if (_started is not null)
        {
            _started = null;
            Communicator.Check(MpiFunctions.Finish());
        }
    }
}
