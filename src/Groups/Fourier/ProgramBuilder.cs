namespace GCnn.Groups;

/// <summary>Writes a <see cref="StraightLineProgram"/>: each operation appends the steps it needs and returns their value.</summary>
internal sealed class ProgramBuilder(int inputs)
{
    private readonly List<LinearStep> _steps = [];

    /// <summary><c>a + b</c>.</summary>
    public Term Add(Term a, Term b) => Combine(1, a, 1, b);

    /// <summary><c>a − b</c>.</summary>
    public Term Subtract(Term a, Term b) => Combine(1, a, -1, b);

    /// <summary><c>α a + β b</c>, in no step where it is a value already.</summary>
    public Term Combine(double alpha, Term a, double beta, Term b)
    {
        (alpha, beta) = (alpha * a.Sign, beta * b.Sign);
        return (alpha, beta) switch
        {
            (_, 0) => Scale(alpha, a.Value),
            (0, _) => Scale(beta, b.Value),
            _ => Append(alpha, a.Value, beta, b.Value),
        };
    }

    /// <summary><c>Σ c_i a_i</c>.</summary>
    public Term Sum(IReadOnlyList<(double Factor, Term Term)> terms)
    {
        Term sum = Term.Zero;
        double factor = 0;
        foreach ((double next, Term term) in terms)
        {
            // The first factor waits for the second term, so that both are applied in one step.
            (sum, factor) = sum.Sign == 0 ? (term, next) : (Combine(factor, sum, next, term), 1);
        }

        return Combine(factor, sum, 0, Term.Zero);
    }

    /// <summary><c>z e^(2πi j / n)</c>; a multiple of a quarter turn takes no step.</summary>
    public ComplexTerm Turn(ComplexTerm z, int j, int n)
    {
        (double cos, double sin) = UnitCircle.At(j, n);
        return new ComplexTerm(Combine(cos, z.Real, -sin, z.Imaginary), Combine(sin, z.Real, cos, z.Imaginary));
    }

    /// <summary>
    /// The program with the given outputs: its steps in the order in which they were written, or in which the outputs need them, whichever
    /// lets fewer values wait at a time.
    /// </summary>
    public StraightLineProgram Build(Term[] outputs)
    {
        int[] readers = Readers(outputs);
        Term[] signless = Array.ConvertAll(outputs, output => WithoutSign(output, readers));
        StraightLineProgram written = new(inputs, [.. _steps], signless), needed = AsNeeded(signless);
        return needed.Rows < written.Rows ? needed : written;
    }

    private StraightLineProgram AsNeeded(Term[] outputs)
    {
        int[] placeOf = new int[inputs + _steps.Count];
        List<LinearStep> ordered = [];
        int Place(int value)
        {
            if (value < inputs || placeOf[value] != 0)
            {
                return value < inputs ? value : placeOf[value];
            }

            LinearStep step = _steps[value - inputs];
            (int a, int b) = (Place(step.A), Place(step.B));
            placeOf[value] = inputs + ordered.Count;
            ordered.Add(step with { Target = placeOf[value], A = a, B = b });
            return placeOf[value];
        }

        Term[] placed = Array.ConvertAll(outputs, output => output with { Value = Place(output.Value) });
        return new StraightLineProgram(inputs, [.. ordered], placed);
    }

    /// <summary>How often steps and outputs read each value.</summary>
    private int[] Readers(Term[] outputs)
    {
        int[] readers = new int[inputs + _steps.Count];
        foreach (LinearStep step in _steps)
        {
            readers[step.A]++;
            readers[step.B]++;
        }

        Array.ForEach(outputs, output => readers[output.Value]++);
        return readers;
    }

    /// <summary>The output as a value: the step that makes it takes the sign over, where nothing else reads it.</summary>
    private Term WithoutSign(Term output, int[] readers) => output.Sign switch
    {
        1 => output,
        -1 when output.Value >= inputs && readers[output.Value] == 1 => TurnSign(output.Value),
        _ => Append(output.Sign, output.Value, 0, output.Value),
    };

    private Term TurnSign(int value)
    {
        LinearStep step = _steps[value - inputs];
        _steps[value - inputs] = step with { Alpha = -step.Alpha, Beta = -step.Beta };
        return new Term(value, 1);
    }

    private Term Scale(double factor, int value) => factor switch
    {
        0 => Term.Zero,
        1 or -1 => new Term(value, (int)factor),
        _ => Append(factor, value, 0, value),
    };

    private Term Append(double alpha, int a, double beta, int b)
    {
        _steps.Add(new LinearStep(inputs + _steps.Count, alpha, a, beta, b));
        return new Term(inputs + _steps.Count - 1, 1);
    }
}
