using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The sum of two branches, which says so.</summary>
internal sealed class BranchSum : EquivariantModule, IGeometric
{
    private readonly EquivariantSequential first;
    private readonly EquivariantSequential second;

    public BranchSum(EquivariantSequential first, EquivariantSequential second)
        : base(nameof(BranchSum), first.InputType, first.OutputType)
    {
        (this.first, this.second) = (first, second);
        RegisterComponents();
    }

    public LayerGeometry Geometry => new BranchGeometry([first.Modules, second.Modules]);

    public override Tensor forward(Tensor input) => first.call(input) + second.call(input);
}
