namespace GCnn.Groups;

/// <summary>
/// The fast Fourier transform of real values on <c>C_n</c>, <c>X[k] = Σ_j x[j] e^(2πi jk / n)</c>, for any <c>n</c>: coprime factors
/// are separated without twiddle factors, powers of a prime with them, and a prime is summed directly.
/// </summary>
/// <remarks>
/// A transform of complex values is two real ones, combined by additions. Source: [Good1958] (coprime factors); [CooleyTukey1965] (powers).
/// </remarks>
internal sealed partial class CyclicTransform(ProgramBuilder builder)
{
    /// <summary>Appends the transform of the given values.</summary>
    public RealSpectrum Transform(Term[] x)
    {
        int n = x.Length;
        int prime = SmallestFactor(n);
        int power = prime;
        while (n > 1 && n % (power * prime) == 0)
        {
            power *= prime;
        }

        return n <= 2 ? Smallest(x)
            : power < n ? GoodThomas(x, power, n / power)
            : prime == n ? Direct(x)
            : CooleyTukey(x, n % 8 == 0 ? 4 : prime);
    }

    private static int SmallestFactor(int n)
    {
        int factor = 2;
        while (n % factor != 0 && factor < n)
        {
            factor++;
        }

        return factor;
    }

    private RealSpectrum Smallest(Term[] x)
    {
        RealSpectrum spectrum = new(x.Length) { [0] = Real(x.Aggregate(builder.Add)) };
        if (x.Length == 2)
        {
            spectrum[1] = Real(builder.Subtract(x[0], x[1]));
        }

        return spectrum;
    }

    /// <summary>
    /// With <c>u_j = x[j] + x[n − j]</c> and <c>v_j = x[j] − x[n − j]</c>,
    /// <c>X[k] = x[0] + Σ cos(2π jk / n) u_j + i Σ sin(2π jk / n) v_j</c>.
    /// </summary>
    private RealSpectrum Direct(Term[] x)
    {
        int n = x.Length;
        int half = n / 2;
        Term[] u = [.. Enumerable.Range(1, half).Select(j => builder.Add(x[j], x[n - j]))];
        Term[] v = [.. Enumerable.Range(1, half).Select(j => builder.Subtract(x[j], x[n - j]))];
        RealSpectrum spectrum = new(n) { [0] = Real(builder.Sum([(1, x[0]), .. u.Select(term => (1.0, term))])) };
        for (int k = 1; k <= half; k++)
        {
            int frequency = k;
            spectrum[k] = new ComplexTerm(
                builder.Sum([(1, x[0]), .. u.Select((term, j) => (UnitCircle.Cos((j + 1L) * frequency, n), term))]),
                builder.Sum([.. v.Select((term, j) => (UnitCircle.Sin((j + 1L) * frequency, n), term))]));
        }

        return spectrum;
    }

    /// <summary>The transform of complex values, <c>X = P + i Q</c> from those of the real and of the imaginary parts.</summary>
    private ComplexTerm[] Complex(ComplexTerm[] z)
    {
        RealSpectrum p = Transform(Array.ConvertAll(z, value => value.Real));
        RealSpectrum q = Transform(Array.ConvertAll(z, value => value.Imaginary));
        return [.. Enumerable.Range(0, z.Length).Select(k => new ComplexTerm(
            builder.Subtract(p[k].Real, q[k].Imaginary), builder.Add(p[k].Imaginary, q[k].Real)))];
    }

    private static ComplexTerm Real(Term value) => new(value, Term.Zero);
}
