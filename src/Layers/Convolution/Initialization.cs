namespace GCnn.Layers;

/// <summary>How the free weights of a layer begin. Either way the layer is equivariant from the start, and biases begin at 0.</summary>
public enum Initialization
{
    /// <summary>
    /// Independent normal weights of the variance with which outputs have exactly twice the mean square of inputs, which a ReLU halves
    /// again: <c>2 / FanIn</c> where the weights are filter taps, and <c>2 dim(ρ_out) / Σ_k Σ_u ‖K_k(u)‖²</c> where they are coefficients
    /// of basis kernels <c>K_k</c>, the sum being over all that reach an output field. Source: [He2015], equation (10); [WeilerCesa2019],
    /// section 2.
    /// </summary>
    He,

    /// <summary>
    /// At the stencil's centre a random matrix <c>M</c> with <c>M Mᵀ = 1</c> that commutes with the point group, zeros elsewhere: signals
    /// pass at full strength, however deep the net. Needs a stencil with a point at its centre and, of each irrep, no more copies in the
    /// output than in the input. Source: [Xiao2018], section 2.5.
    /// </summary>
    DeltaOrthogonal,
}
