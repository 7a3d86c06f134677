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
        code.Emit(OpCodes.Ldarg, (short)endArgument);
        code.Emit(OpCodes.Blt, top);
    }

    /// <summary>Variables for a number of vectors.</summary>
    public static LocalBuilder[] Locals(ILGenerator code, VectorLanes lanes, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => code.DeclareLocal(lanes.Vector))];

    /// <summary>
    /// Adds to sums, row after row, the products of numbers with vectors, <c>sums[i, v] += numbers[i] vectors[v]</c>.
    /// </summary>
    /// <param name="code">The method.</param>
    /// <param name="lanes">The vector instructions.</param>
    /// <param name="vectors">The argument at whose address the vectors lie, and variables for them.</param>
    /// <param name="numbers">The argument at whose address the numbers lie, the bytes from one to the next, and a variable for one.</param>
    /// <param name="sums">The variables of the sums.</param>
    public static void AddProducts(
        ILGenerator code, VectorLanes lanes, (int Argument, LocalBuilder[] Values) vectors,
        (int Argument, int Stride, LocalBuilder Value) numbers, LocalBuilder[] sums)
    {
        for (int v = 0; v < vectors.Values.Length; v++)
        {
            code.Emit(OpCodes.Ldarg, (short)vectors.Argument);
            Offset(code, v * lanes.Bytes);
            lanes.Load(code);
            code.Emit(OpCodes.Stloc, vectors.Values[v]);
        }

        for (int sum = 0; sum < sums.Length; sum++)
        {
            (int i, int v) = Math.DivRem(sum, vectors.Values.Length);
            if (v == 0)
            {
                code.Emit(OpCodes.Ldarg, (short)numbers.Argument);
                Offset(code, i * numbers.Stride);
                lanes.LoadNumber(code);
                lanes.Fill(code);
                code.Emit(OpCodes.Stloc, numbers.Value);
            }

            code.Emit(OpCodes.Ldloc, vectors.Values[v]);
            code.Emit(OpCodes.Ldloc, numbers.Value);
            code.Emit(OpCodes.Ldloc, sums[sum]);
            lanes.MultiplyAdd(code);
            code.Emit(OpCodes.Stloc, sums[sum]);
        }
    }

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
        code.Emit(OpCodes.Ldarg, (short)argument);
        Offset(code, bytes);
        code.Emit(OpCodes.Starg, (short)argument);
    }
}
