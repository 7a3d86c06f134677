using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The combinations of the basis kernels between two representations, for blocks of fields of any size.</summary>
internal abstract class KernelBlockExpansion(KernelSpace kernels) : IDisposable
{
    /// <summary>The kernels.</summary>
    protected KernelSpace Kernels => kernels;

    /// <summary>
    /// <c>Σ_k Σ_u ‖K_k(u)‖² / dim(ρ_out)</c>: with independent weights of variance <c>σ²</c> and inputs of mean square <c>q</c>, the mean variance of
    /// an output channel is <c>σ² q</c> times this, for each input field.
    /// </summary>
    internal abstract double Energy { get; }

    public abstract void Dispose();

    /// <summary>
    /// <b>Shapes:</b> the weights are <c>outputFields x inputFields x kernels</c>; the result is
    /// <c>outputFields dim(ρ_out) x inputFields dim(ρ_in) x points</c>.
    /// </summary>
    internal abstract Tensor Expand(Tensor weight, int outputFields, int inputFields);

    /// <summary>The way that costs least: steering into regular fields, the sampled basis otherwise.</summary>
    internal static KernelBlockExpansion For(KernelSpace kernels) => SteeredExpansion.Serves(kernels)
        ? new SteeredExpansion(kernels)
        : new SampledExpansion(kernels);
}
