namespace GCnn.Layers;

/// <summary>
/// An image on a finer grid, by a kernel that has every symmetry of the lattice: exact under point elements at every size. A shift by
/// <c>t</c> pixels becomes one by <c>Factor t</c>, away from the border.
/// </summary>
/// <param name="Factor">The number of fine steps in a coarse one.</param>
/// <param name="Taps">The largest number of input pixels that an output pixel reads along one axis.</param>
/// <param name="KeepsPoints">
/// Whether the input's points are points of the output, <c>n</c> to <c>Factor (n − 1) + 1</c>, radius <c>R</c> to <c>Factor R</c>; else each
/// pixel is divided, <c>n</c> to <c>Factor n</c>.
/// </param>
public sealed record UpsamplingGeometry(int Factor, int Taps, bool KeepsPoints) : LayerGeometry;
