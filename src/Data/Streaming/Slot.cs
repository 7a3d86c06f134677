namespace GCnn.Data;

/// <summary>A place in the queue: a promise of the sample that stands there.</summary>
internal sealed class Slot<T>(long place, long number)
{
    // Continuations on the thread that fills the slot only set the event on which the consumer waits.
    private readonly TaskCompletionSource<T> _value = new();

    /// <summary>Reads the sample, or keeps what went wrong for the consumer.</summary>
    public void Fill(Func<long, T> read)
    {
        try
        {
            _value.SetResult(read(number));
        }
        catch (Exception failure)
        {
            _value.SetException(failure);

            // Looked at: a slot that no consumer comes to must not be reported as a forgotten exception.
            _ = _value.Task.Exception;
        }
    }

    /// <summary>Waits for the sample.</summary>
    /// <param name="stop">Stops the waiting.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="bad">Why it is a bad one.</param>
    /// <returns>Whether it is a good one; any other failure is thrown as it was.</returns>
    public bool Wait(CancellationToken stop, out Loaded<T> sample, out BadSample bad)
    {
        (sample, bad) = (default, default);
        if (!_value.Task.IsCompleted)
        {
            Task.WaitAny([_value.Task], stop);
        }

        try
        {
            sample = new Loaded<T>(place, number, _value.Task.GetAwaiter().GetResult());
            return true;
        }
        catch (SampleException failure)
        {
            bad = new BadSample(number, failure.Message);
            return false;
        }
    }
}
