using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;

namespace GCnn.Layers;

/// <summary>
/// One width of vector instructions, and how to write its operations into a method that is made at run time. The just-in-time compiler
/// turns each into one instruction where the processor has it, and into a call that gives the same where it has not.
/// </summary>
internal sealed class VectorLanes
{
    private readonly MethodInfo _load;
    private readonly MethodInfo _store;
    private readonly MethodInfo _create;
    private readonly MethodInfo _add;
    private readonly MethodInfo _subtract;
    private readonly MethodInfo _negate;
    private readonly MethodInfo _multiply;
    private readonly MethodInfo _fused;

    private VectorLanes(Type operations, Type vector, Type element, int bytes, int registers)
    {
        Type of = vector.MakeGenericType(element);
        (Vector, Element, Bytes, Registers) = (of, element, bytes, registers);
        Count = bytes / ElementBytes;
        _load = Generic(operations, "Load", element, _ => true);
        _store = Generic(operations, "Store", element, _ => true);
        _create = operations.GetMethod("Create", [element]) ?? Generic(operations, "Create", element, IsOfOneNumber);
        _add = Generic(operations, "Add", element, _ => true);
        _subtract = Generic(operations, "Subtract", element, _ => true);
        _negate = Generic(operations, "Negate", element, _ => true);
        _multiply = Generic(operations, "Multiply", element, IsOfTwoVectors);
        _fused = operations.GetMethod("MultiplyAddEstimate", [of, of, of])!;
    }

    /// <summary>The vector type, such as <see cref="Vector512{T}"/> of <see cref="float"/>.</summary>
    public Type Vector { get; }

    /// <summary>The type of its numbers.</summary>
    public Type Element { get; }

    /// <summary>The bytes of a vector.</summary>
    public int Bytes { get; }

    /// <summary>The bytes of a number.</summary>
    public int ElementBytes => Element == typeof(double) ? sizeof(double) : sizeof(float);

    /// <summary>The numbers in a vector.</summary>
    public int Count { get; }

    /// <summary>The vector registers that the processor has.</summary>
    public int Registers { get; }

    /// <summary>The widest instructions that this processor has for a type of numbers.</summary>
    public static VectorLanes For(Type element) =>
        Of(element, Vector512.IsHardwareAccelerated ? 64 : Vector256.IsHardwareAccelerated ? 32 : 16);

    /// <summary>Instructions of a width in bytes, 16, 32 or 64; where the processor lacks them, the runtime does the same in pieces.</summary>
    public static VectorLanes Of(Type element, int bytes) => bytes switch
    {
        64 => new(typeof(Vector512), typeof(Vector512<>), element, bytes, 32),
        32 => new(typeof(Vector256), typeof(Vector256<>), element, bytes, 16),
        16 => new(typeof(Vector128), typeof(Vector128<>), element, bytes, 16),
        _ => throw new ArgumentOutOfRangeException(nameof(bytes), $"There are vectors of 16, 32 and 64 bytes, none of {bytes}."),
    };

    /// <summary>Replaces an address by the vector that is there.</summary>
    public void Load(ILGenerator code) => code.Emit(OpCodes.Call, _load);

    /// <summary>Writes a vector to an address: vector, then address, on the stack.</summary>
    public void Store(ILGenerator code) => code.Emit(OpCodes.Call, _store);

    /// <summary>Replaces a number by a vector of it.</summary>
    public void Fill(ILGenerator code) => code.Emit(OpCodes.Call, _create);

    /// <summary>Replaces two vectors by their sum or difference.</summary>
    public void AddOrSubtract(ILGenerator code, bool adds) => code.Emit(OpCodes.Call, adds ? _add : _subtract);

    /// <summary>Replaces a vector by its negative.</summary>
    public void Negate(ILGenerator code) => code.Emit(OpCodes.Call, _negate);

    /// <summary>Replaces two vectors by their product, number by number.</summary>
    public void Multiply(ILGenerator code) => code.Emit(OpCodes.Call, _multiply);

    /// <summary>Replaces <c>a</c>, <c>b</c>, <c>c</c> by <c>a b + c</c>, rounded once where one instruction does it.</summary>
    public void MultiplyAdd(ILGenerator code) => code.Emit(OpCodes.Call, _fused);

    /// <summary>Puts a number on the stack.</summary>
    public void Number(ILGenerator code, double value)
    {
        if (Element == typeof(double))
        {
            code.Emit(OpCodes.Ldc_R8, value);
        }
        else
        {
            code.Emit(OpCodes.Ldc_R4, (float)value);
        }
    }

    /// <summary>Replaces an address by the number that is there.</summary>
    public void LoadNumber(ILGenerator code) => code.Emit(Element == typeof(double) ? OpCodes.Ldind_R8 : OpCodes.Ldind_R4);

    private static MethodInfo Generic(Type holder, string name, Type element, Func<MethodInfo, bool> suits) => holder.GetMethods()
        .Single(method => method.Name == name && method.IsGenericMethodDefinition && suits(method))
        .MakeGenericMethod(element);

    private static bool IsOfOneNumber(MethodInfo method) =>
        method.GetParameters() is [var only] && only.ParameterType.IsGenericMethodParameter;

    private static bool IsOfTwoVectors(MethodInfo method) =>
        method.GetParameters() is [var a, var b] && a.ParameterType == b.ParameterType && !a.ParameterType.IsGenericMethodParameter;
}
