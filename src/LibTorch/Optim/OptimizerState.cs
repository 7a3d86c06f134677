using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter. Its tensors are of the parameter's shape and type.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    public abstract void Initialize(OptimizerOptions options);

    public abstract void LoadStateDict(OptimizerState source);

    public abstract void LoadStateDict(BinaryReader reader);

    public abstract void SaveStateDict(BinaryWriter writer);

    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public virtual void to(Device device)
    {
    }

    private protected static void Write(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        if (tensor is not null) TensorFormat.Write(writer, tensor);
    }

    private protected static bool Close(Tensor? left, Tensor? right) =>
        left is null || right is null ? ReferenceEquals(left, right) : left.allclose(right);

    private protected Tensor? Read(BinaryReader reader, string name)
    {
        if (!reader.ReadBoolean()) return null;
        using var scope = NewDisposeScope();
        return TensorFormat.Read(reader, name, _parameter).to(_parameter.device).DetachFromDisposeScope();
    }

    private protected Tensor Zeros() => _parameter.zeros_like().DetachFromDisposeScope();

    private protected Tensor? Copy(Tensor? tensor) => tensor?.to(_parameter.device, copy: true).DetachFromDisposeScope();

    /// <summary>Puts a tensor into a field and disposes the one that was there.</summary>
    private protected static void Replace(ref Tensor? field, Tensor? value)
    {
        if (!ReferenceEquals(field, value)) field?.Dispose();
        field = value;
    }
}
