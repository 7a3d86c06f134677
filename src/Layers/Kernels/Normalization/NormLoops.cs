using System.Numerics;
using System.Runtime.CompilerServices;

namespace GCnn.Layers;

/// <summary>The inner loops of field batch norm, over numbers that follow one another in memory.</summary>
/// <remarks>Sums are kept in the numbers' own type for <see cref="Run"/> numbers at a time, and in double over those.</remarks>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal static unsafe class NormLoops<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Run = 4096;

    private static int Lanes => Vector<T>.Count;

    /// <summary>The sums of <c>x − pivot</c> and of its squares.</summary>
    public static (double Sum, double Squares) Moments(T* x, int count, T pivot)
    {
        (double sum, double squares) = (0, 0);
        for (int first = 0; first < count; first += Run)
        {
            (T s, T q) = MomentsOfRun(x + first, Math.Min(Run, count - first), pivot);
            sum += double.CreateTruncating(s);
            squares += double.CreateTruncating(q);
        }

        return (sum, squares);
    }

    /// <summary>Writes <c>y = max((x − mean) scale + shift + added, floor)</c>.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="added">What is added to each, or null.</param>
    /// <param name="y">Where to write.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="line">The line and the floor.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Normalize(T* x, T* added, T* y, int count, NormLine<T> line)
    {
        Vector<T> mean = new(line.Mean), scale = new(line.Scale), shift = new(line.Shift), floor = new(line.Floor);
        int i = 0;
        for (; i <= count - Lanes; i += Lanes)
        {
            Vector<T> value = ((Vector.Load(x + i) - mean) * scale) + shift;
            value = added is null ? value : value + Vector.Load(added + i);

            // Numbers that are none stay so: a comparison with them is false.
            Vector.Store(Vector.ConditionalSelect(Vector.LessThan(value, floor), floor, value), y + i);
        }

        for (; i < count; i++)
        {
            T value = ((x[i] - line.Mean) * line.Scale) + line.Shift;
            value = added is null ? value : value + added[i];
            y[i] = value < line.Floor ? line.Floor : value;
        }
    }

    /// <summary>
    /// The sums of <c>g</c> and of <c>g (x − mean)</c>, where <c>g</c> is the gradient at numbers above the floor and 0 at the others.
    /// </summary>
    /// <param name="gradient">The gradient to the output.</param>
    /// <param name="x">The input.</param>
    /// <param name="y">The output, or null where it follows from the input.</param>
    /// <param name="kept">Where <c>g</c> is written, or null.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="line">The line and the floor.</param>
    public static (double Sum, double Product) GradientSums(T* gradient, T* x, T* y, T* kept, int count, NormLine<T> line)
    {
        (double sum, double product) = (0, 0);
        for (int first = 0; first < count; first += Run)
        {
            (T s, T p) = GradientSumsOfRun(
                gradient + first, x + first, y is null ? y : y + first, kept is null ? kept : kept + first, Math.Min(Run, count - first), line);
            sum += double.CreateTruncating(s);
            product += double.CreateTruncating(p);
        }

        return (sum, product);
    }

    /// <summary>Writes the gradient to the input, <c>factor g + slope (x − mean) + constant</c>.</summary>
    /// <param name="gradient">The gradient to the output, or <c>g</c> with the floor minus infinity.</param>
    /// <param name="x">The input.</param>
    /// <param name="result">Where to write.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="line">The line and the floor.</param>
    /// <param name="terms">The three factors.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Gradient(T* gradient, T* x, T* result, int count, NormLine<T> line, (T Factor, T Slope, T Constant) terms)
    {
        Vector<T> mean = new(line.Mean), scale = new(line.Scale), shift = new(line.Shift), floor = new(line.Floor);
        Vector<T> factor = new(terms.Factor), slope = new(terms.Slope), constant = new(terms.Constant);
        int i = 0;
        for (; i <= count - Lanes; i += Lanes)
        {
            Vector<T> centred = Vector.Load(x + i) - mean;
            Vector<T> above = Vector.GreaterThan((centred * scale) + shift, floor);
            Vector<T> g = Vector.ConditionalSelect(above, Vector.Load(gradient + i), Vector<T>.Zero);
            Vector.Store((g * factor) + ((centred * slope) + constant), result + i);
        }

        for (; i < count; i++)
        {
            T centred = x[i] - line.Mean;
            T g = (centred * line.Scale) + line.Shift > line.Floor ? gradient[i] : T.Zero;
            result[i] = (g * terms.Factor) + ((centred * terms.Slope) + terms.Constant);
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private static (T Sum, T Squares) MomentsOfRun(T* x, int count, T pivot)
    {
        Vector<T> shift = new(pivot), sum = Vector<T>.Zero, squares = Vector<T>.Zero, sum2 = Vector<T>.Zero, squares2 = Vector<T>.Zero;
        int i = 0;
        for (; i <= count - (2 * Lanes); i += 2 * Lanes)
        {
            Vector<T> a = Vector.Load(x + i) - shift, b = Vector.Load(x + i + Lanes) - shift;
            (sum, squares) = (sum + a, squares + (a * a));
            (sum2, squares2) = (sum2 + b, squares2 + (b * b));
        }

        (T s, T q) = (Vector.Sum(sum + sum2), Vector.Sum(squares + squares2));
        for (; i < count; i++)
        {
            T a = x[i] - pivot;
            (s, q) = (s + a, q + (a * a));
        }

        return (s, q);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static (T Sum, T Product) GradientSumsOfRun(T* gradient, T* x, T* y, T* kept, int count, NormLine<T> line)
    {
        Vector<T> mean = new(line.Mean), scale = new(line.Scale), shift = new(line.Shift), floor = new(line.Floor);
        Vector<T> sum = Vector<T>.Zero, product = Vector<T>.Zero;
        int i = 0;
        for (; i <= count - Lanes; i += Lanes)
        {
            Vector<T> centred = Vector.Load(x + i) - mean;
            Vector<T> value = y is null ? (centred * scale) + shift : Vector.Load(y + i);
            Vector<T> g = Vector.ConditionalSelect(Vector.GreaterThan(value, floor), Vector.Load(gradient + i), Vector<T>.Zero);
            if (kept is not null)
            {
                Vector.Store(g, kept + i);
            }

            (sum, product) = (sum + g, product + (g * centred));
        }

        (T s, T p) = (Vector.Sum(sum), Vector.Sum(product));
        for (; i < count; i++)
        {
            T centred = x[i] - line.Mean, value = y is null ? (centred * line.Scale) + line.Shift : y[i];
            T g = value > line.Floor ? gradient[i] : T.Zero;
            if (kept is not null)
            {
                kept[i] = g;
            }

            (s, p) = (s + g, p + (g * centred));
        }

        return (s, p);
    }
}
