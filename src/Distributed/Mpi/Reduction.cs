namespace GCnn.Distributed;

/// <summary>
/// A sum over all processes that goes on while other things are done. It makes progress when MPI is called, here or elsewhere.
/// </summary>
internal sealed class Reduction
{
    private nint _request;

    internal Reduction(nint request) => _request = request;

    /// <summary>Whether it is done.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Brings it forward without waiting.</summary>
    /// <returns>Whether it is done.</returns>
    public bool Test()
    {
        if (!IsDone)
        {
            Communicator.Check(MpiFunctions.Test(ref _request, out int done, 0));
            IsDone = done != 0;
        }

        return IsDone;
    }

    /// <summary>Waits for its end.</summary>
    public void Wait()
    {
        if (!IsDone)
        {
            Communicator.Check(MpiFunctions.Wait(ref _request, 0));
            IsDone = true;
        }
    }
}
