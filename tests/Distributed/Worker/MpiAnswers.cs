using System.Text;

namespace GCnn.Distributed.Tests;

/// <summary>Answers of the operations of MPI.</summary>
internal static class MpiAnswers
{
    public static IEnumerable<(string Name, double Value)> Of(Communicator all)
    {
        yield return ("ranks", all.Size);

        double[] wide = [all.Rank + 1, 0.5];
        all.Sum<double>(wide);
        yield return ("sum of doubles", wide[0]);
        float[] narrow = [all.Rank + 1];
        all.Sum<float>(narrow);
        yield return ("sum of floats", narrow[0]);

        long[] numbers = [all.Rank + 5];
        all.Broadcast<long>(numbers);
        yield return ("number of process 0", numbers[0]);

        // Process r sends r bytes r.
        byte[][] parts = all.Gather([.. Enumerable.Repeat((byte)all.Rank, all.Rank)]);
        yield return ("gathered", parts.Select((part, rank) => part.Length == rank && part.All(b => b == rank)).Count(good => good));
        IReadOnlyList<string> texts = all.Share($"process {all.Rank} ü");
        yield return ("shared", texts.Select((text, rank) => text == $"process {rank} ü").Count(good => good));

        using Communicator other = all.Duplicate();
        other.Barrier();
        string message = "";
        try
        {
            byte[] bytes = [1];
            all.Broadcast(bytes.AsSpan(), root: 99);
        }
        catch (MpiException bad)
        {
            message = bad.Message;
        }

        yield return ("an error is an exception", message.StartsWith("MPI could not go on: ", StringComparison.Ordinal) ? 1 : 0);
        string refused = "";
        try
        {
            int[] whole = [1];
            all.Sum<int>(whole);
        }
        catch (NotSupportedException bad)
        {
            refused = bad.Message;
        }

        yield return ("whole numbers are refused", refused == "Sums over processes are of float or double; Int32 is neither." ? 1 : 0);
        yield return ("bytes of process 0", all.Broadcast(Encoding.ASCII.GetBytes(new string('x', 3 + all.Rank))).Length);
    }
}
