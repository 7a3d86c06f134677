namespace GCnn.Groups;

/// <summary>
/// An irreducible representation of SO(2) or O(2). At frequency 0 it has dimension 1: <c>ρ(r(α)) = 1</c>, <c>ρ(s) = ±1</c> by parity. At
/// frequency <c>k ≥ 1</c> it has dimension 2: <c>ρ(r(α)) = [[cos kα, −sin kα], [sin kα, cos kα]]</c> and <c>ρ(s) = diag(1, −1)</c>.
/// </summary>
/// <remarks>Equal when group, frequency and parity are equal. Source: [WeilerCesa2019].</remarks>
public sealed record ContinuousIrrep : ContinuousRepresentation
{
    internal ContinuousIrrep(ContinuousGroup group, int frequency, Parity parity)
        : base(group)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        if (frequency > 0 && parity == Parity.Odd)
        {
            throw new ArgumentException(
                $"{group}: the irrep of frequency {frequency} has no odd twin, since times the sign it is equivalent to itself; " +
                "only frequency 0 has a parity. Leave the parity out.",
                nameof(parity));
        }

        Frequency = frequency;
        Parity = parity;
    }

    /// <summary>The frequency <c>k</c>: <c>r(α)</c> turns by <c>kα</c>.</summary>
    public int Frequency { get; }

    /// <summary>What <c>s</c> does at frequency 0; even for SO(2) and for <c>k ≥ 1</c>.</summary>
    public Parity Parity { get; }

    /// <summary>What commutes with it: the complex numbers for SO(2) and <c>k ≥ 1</c>, else the real numbers.</summary>
    public IrrepType Type => Frequency > 0 && !Group.HasReflections ? IrrepType.Complex : IrrepType.Real;

    /// <inheritdoc/>
    public override int Dimension => Frequency == 0 ? 1 : 2;

    /// <inheritdoc/>
    public override IReadOnlyList<ContinuousIrrep> Irreps => [this];

    /// <summary>The frequency, and a minus for the sign, such as <c>irrep 2</c> and <c>irrep 0-</c>.</summary>
    public override string Name => Parity == Parity.Odd ? $"irrep {Frequency}-" : $"irrep {Frequency}";

    /// <summary>The entry <c>[i, j]</c> for a rotation, or one times <c>s</c>, from the cosine and sine of <c>kα</c>.</summary>
    internal double Entry(int i, int j, double cos, double sin, bool reflected)
    {
        if (Frequency == 0)
        {
            return reflected && Parity == Parity.Odd ? -1 : 1;
        }

        // Column 1 changes sign where s is applied first. Subtracting from 0 keeps a zero positive.
        double entry = i == j ? cos : j == 0 ? sin : 0 - sin;
        return reflected && j == 1 ? 0 - entry : entry;
    }
}
