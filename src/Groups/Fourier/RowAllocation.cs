namespace GCnn.Groups;

/// <summary>Gives each value of a program a row, and a row to a new value as soon as nothing reads the old one any more.</summary>
internal sealed class RowAllocation
{
    private readonly int[] _lastReader;
    private readonly int[] _rowOf;
    private readonly Stack<int> _free = [];
    private int _rows;

    private RowAllocation(int inputs, LinearStep[] values, Term[] outputs)
    {
        _lastReader = LastReaders(inputs, values, outputs);
        _rowOf = new int[inputs + values.Length];
        _rows = inputs;
        for (int i = 0; i < inputs; i++)
        {
            _rowOf[i] = i;
        }
    }

    /// <summary>The steps on rows, the row of each output, and the number of rows.</summary>
    public static (LinearStep[] Steps, int[] OutputRows, int Rows) Of(int inputs, LinearStep[] values, Term[] outputs)
    {
        RowAllocation allocation = new(inputs, values, outputs);
        LinearStep[] steps = [.. values.Select((step, s) => allocation.Place(step, s))];
        return (steps, [.. outputs.Select(output => allocation._rowOf[output.Value])], allocation._rows);
    }

    /// <summary>For each value the last step that reads it; none does after the end, and that is where an output is read.</summary>
    private static int[] LastReaders(int inputs, LinearStep[] values, Term[] outputs)
    {
        int[] last = new int[inputs + values.Length];
        for (int s = 0; s < values.Length; s++)
        {
            last[values[s].A] = s;
            last[values[s].B] = s;
        }

        foreach (Term output in outputs)
        {
            last[output.Value] = values.Length;
        }

        return last;
    }

    /// <summary>A step may write to the row of an operand that it reads last.</summary>
    private LinearStep Place(LinearStep step, int s)
    {
        Release(step.A, s);
        if (step.B != step.A)
        {
            Release(step.B, s);
        }

        int row = _free.TryPop(out int free) ? free : _rows++;
        _rowOf[step.Target] = row;
        return step with { Target = row, A = _rowOf[step.A], B = _rowOf[step.B] };
    }

    private void Release(int value, int s)
    {
        if (_lastReader[value] == s)
        {
            _free.Push(_rowOf[value]);
        }
    }
}
