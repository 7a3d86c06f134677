namespace GCnn.Groups;

/// <content>The transposed program.</content>
public sealed partial class StraightLineProgram
{
    /// <summary>
    /// The program of the transposed matrix, <c>x = Tᵀ y</c>, which is that of gradients: each step <c>t = α a + β b</c> read backwards,
    /// <c>a' += α t'</c> and <c>b' += β t'</c>.
    /// </summary>
    /// <remarks>
    /// It has as many multiplications, and as many additions more as <c>T</c> has outputs more than inputs.
    /// Source: [BuergisserClausenShokrollahi1997], chapter 13 (the transposition principle).
    /// </remarks>
    public StraightLineProgram Transpose()
    {
        ProgramBuilder builder = new(Outputs);
        List<(double, Term)>[] received = [.. Enumerable.Range(0, Inputs + _values.Length).Select(_ => new List<(double, Term)>())];
        for (int k = 0; k < Outputs; k++)
        {
            received[_outputs[k].Value].Add((_outputs[k].Sign, Term.Input(k)));
        }

        for (int s = _values.Length - 1; s >= 0; s--)
        {
            LinearStep step = _values[s];
            Term gradient = builder.Sum(received[Inputs + s]);
            received[step.A].Add((step.Alpha, gradient));
            if (step.Beta != 0)
            {
                received[step.B].Add((step.Beta, gradient));
            }
        }

        return builder.Build([.. received.Take(Inputs).Select(builder.Sum)]);
    }
}
