using System.Reflection.Emit;

namespace GCnn.Layers;

/// <summary>Small phrases of the intermediate language that the kernels are written in.</summary>
internal static class Loop
{
    /// <summary>A method without a result, to be written; the just-in-time compiler optimises it fully when it is first called.</summary>
    public static DynamicMethod Method(string name, params Type[] parameters) => new(name, null, parameters, typeof(Loop).Module, true);

    /// <summary>Writes <c>do body while (++counter &lt; end)</c>, with <c>counter</c> from 0 by a step; at least one turn.</summary>
    public static void Repeat(ILGenerator code, int endArgument, int step, Action<LocalBuilder> body)
    {
        LocalBuilder counter = code.DeclareLocal(typeof(int));
        Label top = code.DefineLabel();
        code.Emit(OpCodes.Ldc_I4_0);
        code.Emit(OpCodes.Stloc, counter);
        code.MarkLabel(top);
        body(counter);
        code.Emit(OpCodes.Ldloc, counter);
        code.Emit(OpCodes.Ldc_I4, step);
        code.Emit(OpCodes.Add);
        code.Emit(OpCodes.Stloc, counter);
        code.Emit(OpCodes.Ldloc, counter);
        code.Emit(OpCodes.Ldarg, endArgument);
        code.Emit(OpCodes.Blt, top);
    }

    /// <summary>Variables for a number of vectors.</summary>
    public static LocalBuilder[] Locals(ILGenerator code, VectorLanes lanes, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => code.DeclareLocal(lanes.Vector))];

    /// <summary>Adds a constant number of bytes to the address on the stack.</summary>
    public static void Offset(ILGenerator code, int bytes)
    {
        if (bytes != 0)
        {
            code.Emit(OpCodes.Ldc_I4, bytes);
            code.Emit(OpCodes.Conv_I);
            code.Emit(OpCodes.Add);
        }
    }

    /// <summary>Moves an address that is an argument on by a constant number of bytes.</summary>
    public static void Advance(ILGenerator code, int argument, int bytes)
    {
        code.Emit(OpCodes.Ldarg, argument);
        Offset(code, bytes);
        code.Emit(OpCodes.Starg, argument);
    }
}
