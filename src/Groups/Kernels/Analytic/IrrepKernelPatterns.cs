namespace GCnn.Groups;

/// <summary>The table of <see cref="AnalyticKernels"/> for one pair of irreps.</summary>
internal sealed class IrrepKernelPatterns
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _m;
    private readonly int _n;
    private readonly int _rotations;
    private readonly int _step;
    private readonly RationalIsometry? _mirror;
    private readonly bool _opposite;

    public IrrepKernelPatterns(Irrep input, Irrep output, PlaneGroup group)
    {
        (_rows, _columns) = (output.Dimension, input.Dimension);
        (_m, _n) = (input.Frequency!.Value, output.Frequency!.Value);
        bool reflects = group.Motion(group.Order - 1).Reflects;
        _rotations = reflects ? group.Order / 2 : group.Order;
        _step = _rotations > 1 ? group.Motion(1).Turn : 1;
        _mirror = reflects ? group.Motion(_rotations) : null;
        _opposite = reflects && IsOdd(input, _rotations) != IsOdd(output, _rotations);
    }

    private bool BothPairs => _rows == 2 && _columns == 2;

    /// <summary>Writes the kernels of frequency <c>f</c> whose cosine is filter <c>b</c>; returns the next kernel's number.</summary>
    public int Write(int f, int b, int kernel, List<KernelTerm> terms)
    {
        foreach (bool conjugates in BothPairs ? [false, true] : new[] { true })
        {
            foreach (int mu in f == 0 || (_rows == 1 && _columns == 1) ? [f] : new[] { f, -f })
            {
                foreach (int quarter in Quarters(mu, conjugates))
                {
                    Write(mu, quarter, conjugates, b, kernel++, terms);
                }
            }
        }

        return kernel;
    }

    /// <summary>Whether an irrep is the sign of reflections, <c>s → −1</c>.</summary>
    private static bool IsOdd(Irrep irrep, int reflection) => irrep.Dimension == 1 && irrep.Entries(reflection)[0] < 0;

    /// <summary>Which of <c>i^0 e^{iμψ}</c> and <c>i^1 e^{iμψ}</c> are kernels; between scalars <c>μ = 0</c> has no sine.</summary>
    private IEnumerable<int> Quarters(int mu, bool conjugates)
    {
        int frequency = conjugates ? _n + _m : _n - _m;
        if ((((long)mu * _step) - frequency) % _rotations != 0)
        {
            yield break;
        }

        if (_mirror is null || !_opposite)
        {
            yield return 0;
        }

        if ((_mirror is null || _opposite) && (mu != 0 || BothPairs))
        {
            yield return 1;
        }
    }

    /// <summary>The matrix of <c>i^quarter e^{iμψ} z</c>, or of <c>z̄</c>; irreps of one coordinate see a part of it.</summary>
    private void Write(int mu, int quarter, bool conjugates, int b, int kernel, List<KernelTerm> terms)
    {
        (double cos, double sin) = Phase(mu, quarter);
        double scale = 1 / Math.Sqrt(mu == 0 && BothPairs ? 2 : _rows * _columns);
        (double Cos, double Sin) real = (scale * cos, -scale * Math.Sign(mu) * sin);
        (double Cos, double Sin) imaginary = (scale * sin, scale * Math.Sign(mu) * cos);
        int side = conjugates ? -1 : 1;
        ReadOnlySpan<(double Cos, double Sin)> matrix =
            [real, (-side * imaginary.Cos, -side * imaginary.Sin), imaginary, (side * real.Cos, side * real.Sin)];
        for (int entry = 0; entry < _rows * _columns; entry++)
        {
            (int row, int column) = Math.DivRem(entry, _columns);
            (double ofCos, double ofSin) = matrix[(2 * row) + column];
            Add(new(kernel, row, column, b, ofCos), terms);
            Add(new(kernel, row, column, b + 1, ofSin), terms);
        }
    }

    /// <summary>The factor of <c>e^{iμφ}</c> in <c>i^quarter e^{iμ(φ−α)}</c>; the mirror lies at half the reflection's angle.</summary>
    private (double Cos, double Sin) Phase(int mu, int quarter) => _mirror is RationalIsometry mirror
        ? UnitCircle.At(((long)quarter * mirror.Turns) - (2L * mu * mirror.Turn), 4 * mirror.Turns)
        : UnitCircle.At(quarter, 4);

    private static void Add(KernelTerm term, List<KernelTerm> terms)
    {
        if (term.Value != 0)
        {
            terms.Add(term);
        }
    }
}
