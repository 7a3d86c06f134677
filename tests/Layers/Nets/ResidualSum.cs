using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary><c>x + F(x)</c>, the residual step of a plan.</summary>
internal sealed class ResidualSum : EquivariantModule, IGeometric, IExportable
{
    private readonly EquivariantSequential branch;

    public ResidualSum(EquivariantSequential branch)
        : base(nameof(ResidualSum), branch.InputType, branch.OutputType)
    {
        this.branch = branch;
        RegisterComponents();
    }

    public LayerGeometry Geometry => new BranchGeometry([branch.Modules, []]);

    public nn.Module<Tensor, Tensor> Export(ExportContext context) =>
        new PlainSum(nn.Identity(), context.Export(nameof(branch), branch));

    public override Tensor forward(Tensor input)
    {
        using Tensor made = branch.call(input);
        return input + made;
    }
}
