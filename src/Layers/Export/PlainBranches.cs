using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Plain modules that read one tensor, and whose results are joined.</summary>
public abstract class PlainBranches : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor>[] _branches;

    private protected PlainBranches(string name, nn.Module<Tensor, Tensor>[] branches)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(branches);
        if (branches.Length == 0 || Array.Exists(branches, branch => branch is null))
        {
            throw new ArgumentException(
                $"{name} joins the results of one module or more, none of them null; {branches.Length} were given.", nameof(branches));
        }

        _branches = [.. branches];
        Register();
    }

    /// <summary>The modules, in order.</summary>
    public IReadOnlyList<nn.Module<Tensor, Tensor>> Branches => _branches;

    /// <summary>Applies every module to the input and joins the results.</summary>
    /// <param name="input">The tensor that all of them read.</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Join(Array.ConvertAll(_branches, branch => branch.call(input))).MoveToOuterDisposeScope();
    }

    private protected abstract Tensor Join(Tensor[] results);

    private void Register()
    {
        for (int i = 0; i < _branches.Length; i++)
        {
            register_module(i.ToString(), _branches[i]);
        }
    }
}
