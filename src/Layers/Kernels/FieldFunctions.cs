using System.Numerics;

namespace GCnn.Layers;

/// <summary>
/// How the functions <c>φ</c> of a correlation are made of a convolution's free weights: row, element of the group, output field, row-major.
/// </summary>
internal abstract class FieldFunctions
{
    /// <summary>The number of functions' values.</summary>
    public abstract int Length { get; }

    /// <summary>The functions of given weights.</summary>
    /// <param name="weights">The free weights, and a zero behind them.</param>
    /// <param name="functions"><see cref="Length"/> numbers, all of them written.</param>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public abstract void Make<T>(ReadOnlySpan<T> weights, Span<T> functions)
        where T : unmanaged, INumberBase<T>;

    /// <summary>Adds to the gradients of the weights what comes from those of the functions.</summary>
    /// <param name="functions">The gradients of the functions.</param>
    /// <param name="gradient">The gradients of the weights.</param>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public abstract void AddGradient<T>(ReadOnlySpan<T> functions, Span<T> gradient)
        where T : unmanaged, INumberBase<T>;
}
