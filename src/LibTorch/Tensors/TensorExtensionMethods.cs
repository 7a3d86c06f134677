namespace TorchSharp;

public static class TensorExtensionMethods
{
    public static float ToSingle(this torch.Tensor value) => value.Item<float>(torch.ScalarType.Float32);

    public static double ToDouble(this torch.Tensor value) => value.Item<double>(torch.ScalarType.Float64);

    public static int ToInt32(this torch.Tensor value) => value.Item<int>(torch.ScalarType.Int32);

    public static long ToInt64(this torch.Tensor value) => value.Item<long>(torch.ScalarType.Int64);

    public static bool ToBoolean(this torch.Tensor value) => value.Item<bool>(torch.ScalarType.Bool);

    public static int ElementSize(this torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool => 1,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 => 4,
        torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
        _ => 16,
    };

    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => product * size);

    public static Modules.Parameter AsParameter(this torch.Tensor tensor) => new(tensor);

    private static T Item<T>(this torch.Tensor value, torch.ScalarType type)
        where T : struct
    {
        using var scope = torch.NewDisposeScope();
        return value.detach().to(type).item<T>();
    }
}
