using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Turns a net into plain modules, which need no groups and no types: <c>Conv2d</c> with the expanded filters, <c>BatchNorm2d</c> with a
/// number for each channel, and so on (docs/export.md).
/// </summary>
public static class PlainNet
{
    /// <summary>
    /// Plain modules that compute in evaluation what a net computes in evaluation, to rounding: one module where one does it, else one flat
    /// <c>Sequential</c>.
    /// </summary>
    /// <remarks>
    /// Weights are copied as they are now; the net, its mode and the random streams stay as they were, and what is given back is in
    /// evaluation mode. Plain modules inside the net are copied; those without weights are used as they are. <b>Shapes:</b> those of the
    /// net.
    /// </remarks>
    /// <param name="net">A layer, an <see cref="EquivariantSequential"/>, or a <c>Sequential</c> of such and of plain modules.</param>
    /// <param name="type">The type of its numbers; that of the net's first parameter if null, float32 where it has none.</param>
    /// <exception cref="NotSupportedException">
    /// A layer has no plain counterpart; the message names it by its path in the net, says why, and what to use instead.
    /// </exception>
    public static nn.Module<Tensor, Tensor> Of(nn.Module<Tensor, Tensor> net, ScalarType? type = null)
    {
        ArgumentNullException.ThrowIfNull(net);
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();

        // TorchSharp's modules draw weights when they are made; a training that goes on after an export should not notice.
        Tensor stream = random.get_rng_state();
        (nn.Module Module, bool Training)[] modes = [.. net.modules().Prepend(net).Select(module => (module, module.training))];
        try
        {
            nn.Module<Tensor, Tensor> plain = ExportContext.For(net, type).Export(net);
            plain.eval();
            return plain;
        }
        finally
        {
            random.set_rng_state(stream);
            Restore(modes);
        }
    }

    /// <summary>Modules without weights are shared, so that they were put into evaluation mode too.</summary>
    private static void Restore((nn.Module Module, bool Training)[] modes)
    {
        foreach ((nn.Module module, bool training) in modes)
        {
            if (module.training != training)
            {
                module.train(training);
            }
        }
    }
}
