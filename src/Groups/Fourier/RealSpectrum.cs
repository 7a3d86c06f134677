namespace GCnn.Groups;

/// <summary>The transform of <c>n</c> real values while its program is written: <c>X[n − k]</c> is the conjugate of <c>X[k]</c>.</summary>
internal sealed class RealSpectrum(int n)
{
    private readonly ComplexTerm[] _half = new ComplexTerm[(n / 2) + 1];

    /// <summary>The coefficient <c>X[k]</c>, for <c>k</c> from 0 to <c>n − 1</c>.</summary>
    public ComplexTerm this[int k]
    {
        get => 2 * k <= n ? _half[k] : _half[n - k].Conjugate;
        set => _half[2 * k <= n ? k : n - k] = 2 * k <= n ? value : value.Conjugate;
    }
}
