using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A residual block, <c>y = φ(F(x) + S(x))</c> with <c>F</c> = convolution, field batch norm, <c>φ</c>, convolution, field batch norm, and
/// <c>S</c> the identity, or a 1 x 1 convolution with field batch norm where types or sizes differ.
/// </summary>
/// <remarks>
/// <c>φ</c> is the rectifier, <c>ReLU</c> of each channel of the fields that permute theirs, and <see cref="NormNonlinearity"/> on all
/// others, so the block serves every representation. Both branches sample the same positions when the size fits the stride, and on
/// hexagons always (docs/exactness.md). Source: [He2016], figure 2; between regular fields of p4m it is the block of [CohenWelling2016],
/// section 8.2.
/// </remarks>
public sealed partial class ResidualBlock : EquivariantModule, IGeometric
{
    private readonly EquivariantSequential branch;
    private readonly EquivariantSequential? shortcut;
    private readonly EquivariantModule? nonlinearity;

    /// <summary>Builds the block.</summary>
    /// <param name="inputType">The type of its input, of any representations.</param>
    /// <param name="outputType">The type between its convolutions and of its output, of any representations.</param>
    /// <param name="kernelSize">The odd side of both convolutions' stencils; on hexagons that of their boxes.</param>
    /// <param name="stride">The stride of the first convolution.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">The kernel size is even, so that no padding keeps the size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Kernel size or stride is less than 1.</exception>
    public ResidualBlock(FieldType inputType, FieldType outputType, int kernelSize = 3, int stride = 1, Generator? generator = null)
        : base(nameof(ResidualBlock), inputType, outputType)
    {
        RequireAtLeast(1, kernelSize, nameof(ResidualBlock), nameof(kernelSize));
        RequireAtLeast(1, stride, nameof(ResidualBlock), nameof(stride));
        ResidualConvolutions made = ResidualConvolutions.For(nameof(ResidualBlock), inputType, outputType, kernelSize, stride, generator);
        branch = new EquivariantSequential(
            made.First, new FieldBatchNorm(outputType), Rectifier.For(outputType), made.Second, new FieldBatchNorm(outputType));
        shortcut = made.Shortcut is null ? null : new EquivariantSequential(made.Shortcut, new FieldBatchNorm(outputType));

        // Where every channel is rectified the sum can be in place, and no module is needed.
        nonlinearity = outputType.IsPermutation ? null : Rectifier.For(outputType);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new BranchGeometry([branch.Modules, shortcut is null ? [] : shortcut.Modules]);

    /// <summary>Applies both branches and joins them.</summary>
    /// <param name="input">A tensor of the input type. <b>Shapes:</b> <c>N x C_in x H x W -> N x C_out x H' x W'</c>.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        Tensor other = shortcut is null ? input : shortcut.call(input);

        // Where every channel is rectified the last norm can add and rectify too.
        if (nonlinearity is null && !branch.IsWatched && branch.Modules[^1] is FieldBatchNorm { IsWatched: false } last)
        {
            return last.Normalized(branch.Apply(input, branch.Modules.Count - 1), other, rectified: true).MoveToOuterDisposeScope();
        }

        Tensor sum = branch.call(input) + other;
        return (nonlinearity is null ? sum.relu_() : nonlinearity.call(sum)).MoveToOuterDisposeScope();
    }
}
