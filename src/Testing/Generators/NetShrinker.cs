using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>Smaller nets of the same make: fewer steps, simpler steps, smaller images. Only valid plans are offered.</summary>
internal static class NetShrinker
{
    public static IEnumerable<NetPlan> Shrink(NetPlan plan) =>
        Candidates(plan).Where(c => NetPlan.Fault(c.Input, c.Steps) is null).Select(c => new NetPlan(c.Input, c.Steps));

    /// <summary>The list with one step left out, or one step made simpler.</summary>
    public static IEnumerable<IReadOnlyList<NetStep>> Lists(IReadOnlyList<NetStep> steps)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            yield return [.. steps.Take(i), .. steps.Skip(i + 1)];
        }

        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i] is ResidualStep residual)
            {
                yield return [.. steps.Take(i), .. residual.Branch, .. steps.Skip(i + 1)];
            }

            foreach (NetStep simpler in steps[i].Simpler())
            {
                yield return [.. steps.Take(i), simpler, .. steps.Skip(i + 1)];
            }
        }
    }

    private static IEnumerable<(NetState Input, IReadOnlyList<NetStep> Steps)> Candidates(NetPlan plan)
    {
        foreach (IReadOnlyList<NetStep> steps in Lists(plan.Steps).Where(steps => steps.Count > 0))
        {
            yield return (plan.Input, steps);
        }

        foreach (NetState smaller in SmallerInputs(plan.Input))
        {
            yield return (smaller, plan.Steps);
        }
    }

    private static IEnumerable<NetState> SmallerInputs(NetState input)
    {
        if (input.Type.Fields.Count > 1)
        {
            yield return input with { Type = FieldType.Of(input.Type.Group, input.Type.Fields[0]) };
        }

        for (int side = 1; side < Math.Max(input.Rows, input.Columns); side++)
        {
            yield return input with { Rows = Math.Min(side, input.Rows), Columns = Math.Min(side, input.Columns) };
        }
    }
}
