using static TorchSharp.torch;

namespace GCnn.Checkpoints;

/// <summary>The element types that both the format and the engine have.</summary>
internal static class ElementTypes
{
    private static readonly (string Name, ScalarType Type, int Size)[] All =
    [
        ("F64", ScalarType.Float64, 8), ("F32", ScalarType.Float32, 4), ("F16", ScalarType.Float16, 2), ("BF16", ScalarType.BFloat16, 2),
        ("I64", ScalarType.Int64, 8), ("I32", ScalarType.Int32, 4), ("I16", ScalarType.Int16, 2), ("I8", ScalarType.Int8, 1),
        ("U8", ScalarType.Byte, 1), ("BOOL", ScalarType.Bool, 1),
    ];

    /// <summary>Their names, in words.</summary>
    public static string Known => string.Join(", ", All.Select(type => type.Name));

    /// <summary>The type of a name; null where the engine has none, as for F8_E4M3.</summary>
    public static ScalarType? Named(string name) =>
        Array.Find(All, type => type.Name == name) is { Name: not null } found ? found.Type : null;

    /// <summary>The name in a header.</summary>
    /// <exception cref="ArgumentException">The format has no such type.</exception>
    public static string NameOf(ScalarType type) => Find(type).Name;

    /// <summary>Bytes of an element.</summary>
    /// <exception cref="ArgumentException">The format has no such type.</exception>
    public static int SizeOf(ScalarType type) => Find(type).Size;

    private static (string Name, ScalarType Type, int Size) Find(ScalarType type) =>
        Array.Find(All, known => known.Type == type) is { Name: not null } found
            ? found
            : throw new ArgumentException($"a safetensors file has no element type {type}; there are {Known}. Convert the tensor first.");
}
