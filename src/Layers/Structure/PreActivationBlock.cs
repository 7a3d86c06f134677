using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A residual block whose nonlinearities come before its convolutions, <c>y = F(x) + S(x)</c> with <c>F</c> = field batch norm, <c>φ</c>,
/// convolution, field batch norm, <c>φ</c>, convolution, and <c>S</c> the identity or a 1 x 1 convolution.
/// </summary>
/// <remarks>
/// Nothing follows the sum, so a chain of blocks hands the input on unchanged and gradients back. <c>φ</c> is that of
/// <see cref="ResidualBlock"/>; the block serves every representation. Source: [HeZhang2016], figure 1 (b).
/// </remarks>
public sealed partial class PreActivationBlock : EquivariantModule, IGeometric
{
    private readonly EquivariantSequential branch;
    private readonly Convolution? shortcut;

    /// <summary>Builds the block.</summary>
    /// <param name="inputType">The type of its input, of any representations.</param>
    /// <param name="outputType">The type between its convolutions and of its output, of any representations.</param>
    /// <param name="kernelSize">The odd side of both convolutions' stencils; on hexagons that of their boxes.</param>
    /// <param name="stride">The stride of the first convolution.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">The kernel size is even, so that no padding keeps the size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Kernel size or stride is less than 1.</exception>
    public PreActivationBlock(FieldType inputType, FieldType outputType, int kernelSize = 3, int stride = 1, Generator? generator = null)
        : base(nameof(PreActivationBlock), inputType, outputType)
    {
        RequireAtLeast(1, kernelSize, nameof(PreActivationBlock), nameof(kernelSize));
        RequireAtLeast(1, stride, nameof(PreActivationBlock), nameof(stride));
        ResidualConvolutions made = ResidualConvolutions.For(
            nameof(PreActivationBlock), inputType, outputType, kernelSize, stride, generator);
        branch = new EquivariantSequential(
            new FieldBatchNorm(inputType), Rectifier.For(inputType), made.First,
            new FieldBatchNorm(outputType), Rectifier.For(outputType), made.Second);
        shortcut = made.Shortcut;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new BranchGeometry([branch.Modules, shortcut is null ? [] : [shortcut]]);

    /// <summary>Applies both branches and adds them.</summary>
    /// <param name="input">A tensor of the input type. <b>Shapes:</b> <c>N x C_in x H x W -> N x C_out x H' x W'</c>.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        return (branch.call(input) + (shortcut is null ? input : shortcut.call(input))).MoveToOuterDisposeScope();
    }
}
