using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>
/// A small net as data, exactly equivariant at every step: by the rule <c>(n + 2p − k_eff) mod s = 0</c> on rectangles, and on hexagons at
/// every size. Tests of layers build it with real layers. Equal when inputs and steps are equal.
/// </summary>
/// <remarks>
/// <b>Shapes:</b> the net's input is <c>N x Input.Type.Channels x Input.Rows x Input.Columns</c>; <see cref="States"/> gives the rest.
/// </remarks>
public sealed record NetPlan
{
    private readonly NetState[] _states;

    /// <summary>Checks that each step fits the state before it.</summary>
    /// <param name="input">The field type and size of the input image.</param>
    /// <param name="steps">The steps, in order.</param>
    /// <exception cref="ArgumentException">A step does not fit or is not exact; the message names it.</exception>
    public NetPlan(NetState input, IReadOnlyList<NetStep> steps)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(steps);
        if (Fault(input, steps) is string fault)
        {
            throw new ArgumentException(fault, nameof(steps));
        }

        Input = input;
        Steps = [.. steps];
        _states = new NetState[steps.Count + 1];
        _states[0] = input;
        for (int i = 0; i < steps.Count; i++)
        {
            _states[i + 1] = steps[i].Next(_states[i]);
        }
    }

    /// <summary>The field type and size of the input image.</summary>
    public NetState Input { get; }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<NetStep> Steps { get; }

    /// <summary>The states: entry <c>i</c> is before step <c>i</c>, and the last is the output.</summary>
    public IReadOnlyList<NetState> States => _states;

    /// <summary>The field type and size of the output.</summary>
    public NetState Output => _states[^1];

    /// <summary>The plane group.</summary>
    public PlaneGroup Group => Input.Type.Group;

    /// <summary>
    /// Whether integer weights and inputs keep every value exact in float64 (below <c>2^53</c>, see <see cref="Bound"/>), so that
    /// equivariance is equality: no norm, no real function, and means only over areas that are powers of 2.
    /// </summary>
    public bool IsExactOnIntegers => Steps.All(KeepsDyadicFractions);

    /// <summary>Why the steps cannot follow the input, in a sentence that numbers the first step at fault; null when they can.</summary>
    /// <param name="input">The field type and size of the input image.</param>
    /// <param name="steps">The steps, in order.</param>
    public static string? Fault(NetState input, IReadOnlyList<NetStep> steps)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(steps);
        if (input.Fault is string sizeFault)
        {
            return $"Input: {sizeFault}";
        }

        NetState state = input;
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].Fault(state) is string fault)
            {
                return $"Step {i} of {steps.Count}: {fault}";
            }

            state = steps[i].Next(state);
        }

        return null;
    }

    /// <summary>A bound on the size of every value: the product over the steps of what each can multiply by.</summary>
    /// <param name="inputs">The largest absolute value of the input.</param>
    /// <param name="weights">The largest absolute value of weights and biases; at least 1.</param>
    public double Bound(double inputs, double weights)
    {
        double bound = Math.Max(inputs, 1);
        for (int i = 0; i < Steps.Count; i++)
        {
            bound *= Math.Max(1, Steps[i].Growth(_states[i], weights));
        }

        return bound;
    }

    /// <summary>Whether inputs and steps are equal.</summary>
    /// <param name="other">The plan to compare with.</param>
    public bool Equals(NetPlan? other) => other is not null && Input.Equals(other.Input) && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => Steps.Aggregate(Input.GetHashCode(), HashCode.Combine);

    /// <summary>The input and the steps, one per line.</summary>
    public override string ToString() =>
        string.Join(Environment.NewLine, Steps.Select((step, i) => $"  {step} -> {_states[i + 1]}").Prepend($"net on {Input}"));

    private static bool KeepsDyadicFractions(NetStep step) => step switch
    {
        NormStep or NonlinearityStep { Kind: NonlinearityKind.Tanh } => false,
        PoolingStep { Kind: WindowPoolingKind.Average } pooling => int.IsPow2(pooling.Kernel),
        ResidualStep residual => residual.Branch.All(KeepsDyadicFractions),
        _ => true,
    };
}
