using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>Every step, from a small box of parameters, that may follow a state: exact by the size rule.</summary>
internal static class StepCandidates
{
    public static IReadOnlyList<ConvolutionStep> Convolutions(NetState state, IReadOnlyList<FieldType> outputs) =>
        [.. Valid(state, from output in outputs
                         from kernel in Enumerable.Range(1, 4)
                         from stride in Enumerable.Range(1, 3)
                         from padding in Enumerable.Range(0, Math.Min(kernel, 3))
                         from dilation in Enumerable.Range(1, kernel == 1 ? 1 : 2)
                         from biases in Enumerable.Range(0, 2)
                         select new ConvolutionStep(output, kernel, stride, padding, dilation, biases == 1))];

    public static IReadOnlyList<PoolingStep> Poolings(NetState state, bool exact) =>
        [.. Valid(state, from kind in Enum.GetValues<WindowPoolingKind>()
                         from kernel in Enumerable.Range(2, 3)
                         from stride in Enumerable.Range(1, 3)
                         where !exact || kind == WindowPoolingKind.Max || int.IsPow2(kernel)
                         select new PoolingStep(kind, kernel, stride))];

    public static IReadOnlyList<NetStep> Pointwise(NetState state, bool exact) =>
        [.. Valid<NetStep>(state, exact
            ? [Of(NonlinearityKind.Relu), Of(NonlinearityKind.LeakyRelu)]
            : [Of(NonlinearityKind.Relu), Of(NonlinearityKind.LeakyRelu), Of(NonlinearityKind.Tanh), new NormStep()])];

    /// <summary>A branch of convolution, nonlinearity and convolution that returns to its input's state.</summary>
    public static IReadOnlyList<ResidualStep> Residuals(NetState state, IReadOnlyList<FieldType> middles) =>
        [.. Valid(state, from middle in middles
                         from half in Enumerable.Range(0, 2)
                         let kernel = (2 * half) + 1
                         select new ResidualStep(
                         [
                             new ConvolutionStep(middle, kernel, Padding: half),
                             Of(NonlinearityKind.Relu),
                             new ConvolutionStep(state.Type, kernel, Padding: half),
                         ]))];

    private static NonlinearityStep Of(NonlinearityKind kind) => new(kind);

    private static IEnumerable<T> Valid<T>(NetState state, IEnumerable<T> steps)
        where T : NetStep => steps.Where(step => step.Fault(state) is null);
}
