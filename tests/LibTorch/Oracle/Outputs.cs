namespace GCnn.LibTorch.Tests.Oracle;

/// <summary>What a case gives: one tensor, or several.</summary>
internal readonly record struct Outputs(IReadOnlyList<Tensor> Tensors)
{
    public static implicit operator Outputs(Tensor tensor) => new([tensor]);

    public static implicit operator Outputs(Tensor[] tensors) => new(tensors);

    public static implicit operator Outputs((Tensor First, Tensor Second) pair) => new([pair.First, pair.Second]);

    public static Outputs Of(params Tensor[] tensors) => new(tensors);

    public static Outputs Of(params bool[] truths) => tensor(truths);
}
