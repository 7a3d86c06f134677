namespace GCnn.Groups;

/// <content>How a transform is made of smaller ones.</content>
internal sealed partial class CyclicTransform
{
    /// <summary>
    /// <c>n = a b</c> without common factors: for <c>j = b j_1 + a j_2</c>, <c>e^(2πi jk / n) = e^(2πi j_1 k / a) e^(2πi j_2 k / b)</c>. So
    /// transforms along <c>j_1</c> and then along <c>j_2</c> give <c>X[k]</c> at <c>(k mod a, k mod b)</c>.
    /// </summary>
    private RealSpectrum GoodThomas(Term[] x, int a, int b)
    {
        int n = a * b;
        RealSpectrum[] along = [.. Enumerable.Range(0, b).Select(j2 => Transform(
            [.. Enumerable.Range(0, a).Select(j1 => x[((b * j1) + (a * j2)) % n])]))];
        RealSpectrum spectrum = new(n);
        for (int k1 = 0; 2 * k1 <= a; k1++)
        {
            int first = k1;
            ComplexTerm[] column = Array.ConvertAll(along, row => row[first]);
            ComplexTerm[] across = IsReal(k1, a) ? Spectrum(column) : Complex(column);
            for (int k = k1; k < n; k += a)
            {
                spectrum[k] = across[k % b];
            }
        }

        return spectrum;
    }

    /// <summary>
    /// <c>n = r m</c>: with <c>X_j</c> the transform of <c>x[j], x[j + r], …</c>,
    /// <c>X[k + m q] = Σ_j e^(2πi jq / r) (e^(2πi jk / n) X_j[k])</c>.
    /// </summary>
    private RealSpectrum CooleyTukey(Term[] x, int radix)
    {
        int n = x.Length;
        int m = n / radix;
        RealSpectrum[] parts = [.. Enumerable.Range(0, radix).Select(j => Transform(
            [.. Enumerable.Range(0, m).Select(i => x[j + (radix * i)])]))];
        RealSpectrum spectrum = new(n);
        for (int k = 0; 2 * k <= m; k++)
        {
            int frequency = k;
            ComplexTerm[] z = [.. parts.Select(part => part[frequency])];
            ComplexTerm[] across = k == 0 ? Spectrum(z)
                : 2 * k == m ? HalfWay(Array.ConvertAll(z, value => value.Real))
                : Complex([.. z.Select((value, j) => builder.Turn(value, j * frequency, n))]);
            for (int q = 0; q < across.Length; q++)
            {
                spectrum[k + (m * q)] = across[q];
            }
        }

        return spectrum;
    }

    /// <summary>
    /// Real values turned by half a step each, <c>Σ_j e^(πi j (2q + 1) / r) y_j</c>, for <c>r</c> = 2 and 4 and <c>2q &lt; r</c>; the
    /// others are conjugates.
    /// </summary>
    private ComplexTerm[] HalfWay(Term[] y)
    {
        if (y.Length == 2)
        {
            return [new ComplexTerm(y[0], y[1])];
        }

        double eighth = UnitCircle.Cos(1, 8);
        Term difference = builder.Combine(eighth, y[1], -eighth, y[3]);
        Term sum = builder.Combine(eighth, y[1], eighth, y[3]);
        return
        [
            new ComplexTerm(builder.Add(y[0], difference), builder.Add(sum, y[2])),
            new ComplexTerm(builder.Subtract(y[0], difference), builder.Subtract(sum, y[2])),
        ];
    }

    /// <summary>The whole transform of values that are real.</summary>
    private ComplexTerm[] Spectrum(ComplexTerm[] z)
    {
        RealSpectrum spectrum = Transform(Array.ConvertAll(z, value => value.Real));
        return [.. Enumerable.Range(0, z.Length).Select(k => spectrum[k])];
    }

    /// <summary>Whether a coefficient of real values is real: those of frequency 0 and <c>n / 2</c>.</summary>
    private static bool IsReal(int k, int n) => k == 0 || 2 * k == n;
}
