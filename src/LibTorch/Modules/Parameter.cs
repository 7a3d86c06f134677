namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns: a leaf of the graph, in no dispose scope, owned by its module.</summary>
public class Parameter : torch.Tensor
{
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(Leaf(data))
    {
        DetachFromDisposeScope();
        this.requires_grad = requires_grad;
    }

    private static nint Leaf(torch.Tensor data) => data.detach().DecoupleFromNativeHandle();
}
