using System.Collections.Concurrent;
using System.Reflection.Emit;

namespace GCnn.Layers;

/// <summary>
/// The inner loop of the gradients to weights: sums, kept in registers, of the products of a few rows with a few vectors across them, place
/// after place.
/// </summary>
/// <param name="rows">The first row.</param>
/// <param name="columns">For each place the vectors.</param>
/// <param name="columnStride">The bytes from one place's vectors to the next's.</param>
/// <param name="sums">The sums of the first row, to which is added.</param>
/// <param name="sumStride">The bytes from one row's sums to the next's.</param>
/// <param name="places">The number of places, at least 1.</param>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal unsafe delegate void OuterKernel<T>(T* rows, T* columns, nint columnStride, T* sums, nint sumStride, int places)
    where T : unmanaged;

/// <summary>Writes outer kernels, one for each shape that is asked for.</summary>
internal static class OuterKernels
{
    private static readonly ConcurrentDictionary<(Type, int, int, int, int), Delegate> Made = new();

    /// <summary>The kernel <c>sums[i, j] += Σ_t rows[i, t] columns[t, j]</c>.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="lanes">The vector instructions.</param>
    /// <param name="rows">The number of rows <c>i</c>.</param>
    /// <param name="vectors">The number of vectors of <c>j</c>.</param>
    /// <param name="rowLength">The numbers from one row to the next.</param>
    public static unsafe OuterKernel<T> For<T>(VectorLanes lanes, int rows, int vectors, int rowLength)
        where T : unmanaged =>
        (OuterKernel<T>)Made.GetOrAdd((typeof(T), lanes.Bytes, rows, vectors, rowLength), _ => Compile<T>(lanes, rows, vectors, rowLength));

    private static unsafe OuterKernel<T> Compile<T>(VectorLanes lanes, int rows, int vectors, int rowLength)
        where T : unmanaged
    {
        DynamicMethod method = Loop.Method(
            $"outer {rows} x {vectors}", typeof(T*), typeof(T*), typeof(nint), typeof(T*), typeof(nint), typeof(int));
        ILGenerator code = method.GetILGenerator();
        LocalBuilder[] sums = Loop.Locals(code, lanes, rows * vectors), column = Loop.Locals(code, lanes, vectors);
        LocalBuilder factor = code.DeclareLocal(lanes.Vector);
        ForEachSum(code, lanes, rows, vectors, sum =>
        {
            lanes.Load(code);
            code.Emit(OpCodes.Stloc, sums[sum]);
        });
        Loop.Repeat(code, endArgument: 5, step: 1, _ =>
        {
            Loop.AddProducts(code, lanes, (1, column), (0, rowLength * lanes.ElementBytes, factor), sums);
            Loop.Advance(code, 0, lanes.ElementBytes);
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Ldarg_2);
            code.Emit(OpCodes.Add);
            code.Emit(OpCodes.Starg, 1);
        });
        LocalBuilder address = code.DeclareLocal(typeof(nint));
        ForEachSum(code, lanes, rows, vectors, sum =>
        {
            code.Emit(OpCodes.Stloc, address);
            code.Emit(OpCodes.Ldloc, sums[sum]);
            code.Emit(OpCodes.Ldloc, address);
            lanes.Store(code);
        });
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<OuterKernel<T>>();
    }

    /// <summary>Puts the address of each sum on the stack in turn.</summary>
    private static void ForEachSum(ILGenerator code, VectorLanes lanes, int rows, int vectors, Action<int> use)
    {
        LocalBuilder line = code.DeclareLocal(typeof(nint));
        code.Emit(OpCodes.Ldarg_3);
        code.Emit(OpCodes.Stloc, line);
        for (int row = 0; row < rows; row++)
        {
            for (int v = 0; v < vectors; v++)
            {
                code.Emit(OpCodes.Ldloc, line);
                Loop.Offset(code, v * lanes.Bytes);
                use((row * vectors) + v);
            }

            code.Emit(OpCodes.Ldloc, line);
            code.Emit(OpCodes.Ldarg, 4);
            code.Emit(OpCodes.Add);
            code.Emit(OpCodes.Stloc, line);
        }
    }
}
