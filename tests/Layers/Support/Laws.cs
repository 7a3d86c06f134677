using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The assertions of this suite, each used by a law and by its broken twin.</summary>
internal static class Laws
{
    /// <summary>Equality of <c>f(L_g x)</c> and <c>L'_g f(x)</c> on integers, for every element.</summary>
    public static void Commutes(EquivariantModule module, int rows, int columns, int samples = 2, long seed = 1) =>
        Commutes(module.call, module.InputType, module.OutputType, rows, columns, samples, seed);

    public static void Commutes(
        Func<Tensor, Tensor> f, FieldType input, FieldType output, int rows, int columns, int samples = 2, long seed = 1)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = IntegerTensors.Random(seed, samples, input.Channels, rows, columns);
        EquivarianceAssert.Commutes(f, input, output, x, EquivarianceOptions.Exact with { Seed = seed });
    }

    /// <summary>The same assertion fails, and because of an element, not because it could not have told.</summary>
    public static void IsRefused(
        Func<Tensor, Tensor> f, FieldType input, FieldType output, int rows, int columns, int samples = 2, long seed = 1)
    {
        EquivarianceException refusal = Assert.Throws<EquivarianceException>(
            () => Commutes(f, input, output, rows, columns, samples, seed));
        Assert.NotNull(refusal.Report);
        Assert.Null(refusal.Report.Vacuity);
    }

    /// <summary>The largest error over all elements, in float64 without tolerance.</summary>
    public static double Error(EquivariantModule module, Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();
        EquivarianceOptions options = EquivarianceOptions.Exact with { AllowVacuous = true };
        return EquivarianceReport.Measure(module.call, module.InputType, module.OutputType, x, options).Worst.MaxError;
    }

    public static Tensor Input(FieldType type, int rows, int columns, int samples = 2, long seed = 1) =>
        IntegerTensors.Random(seed, samples, type.Channels, rows, columns);
}
