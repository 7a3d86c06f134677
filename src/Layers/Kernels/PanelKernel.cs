using System.Collections.Concurrent;
using System.Reflection.Emit;

namespace GCnn.Layers;

/// <summary>
/// The inner loop of the block products: a panel of a few output rows, kept in registers while one input row after another is multiplied by
/// its weights and added.
/// </summary>
/// <param name="input">The first input row.</param>
/// <param name="weights">For each input row the weights of the panel's output rows, one after the other.</param>
/// <param name="output">The first output row.</param>
/// <param name="depth">The number of input rows, at least 1.</param>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal unsafe delegate void PanelKernel<T>(T* input, T* weights, T* output, int depth)
    where T : unmanaged;

/// <summary>Writes panel kernels, one for each shape that is asked for.</summary>
internal static class PanelKernels
{
    private static readonly ConcurrentDictionary<(Type, int, int, int, int, bool), Delegate> Made = new();

    /// <summary>The kernel <c>out[j, v] = (out[j, v] +) Σ_i w[i, j] in[i, v]</c>.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="lanes">The vector instructions.</param>
    /// <param name="vectors">The vectors along a row that it computes.</param>
    /// <param name="columns">The output rows <c>j</c> of the panel.</param>
    /// <param name="rowLength">The numbers from one row to the next, of input and output.</param>
    /// <param name="adds">Whether it adds to what is there.</param>
    public static unsafe PanelKernel<T> For<T>(VectorLanes lanes, int vectors, int columns, int rowLength, bool adds)
        where T : unmanaged =>
        (PanelKernel<T>)Made.GetOrAdd(
            (typeof(T), lanes.Bytes, vectors, columns, rowLength, adds), _ => Compile<T>(lanes, vectors, columns, rowLength, adds));

    private static unsafe PanelKernel<T> Compile<T>(VectorLanes lanes, int vectors, int columns, int rowLength, bool adds)
        where T : unmanaged
    {
        DynamicMethod method = Loop.Method($"panel {columns} x {vectors}", typeof(T*), typeof(T*), typeof(T*), typeof(int));
        ILGenerator code = method.GetILGenerator();
        LocalBuilder[] row = Loop.Locals(code, lanes, vectors), sums = Loop.Locals(code, lanes, vectors * columns);
        LocalBuilder weight = code.DeclareLocal(lanes.Vector);
        int rowBytes = rowLength * lanes.ElementBytes;
        for (int sum = 0; sum < sums.Length; sum++)
        {
            Begin(code, lanes, adds, Place(sum));
            code.Emit(OpCodes.Stloc, sums[sum]);
        }

        Loop.Repeat(code, endArgument: 3, step: 1, _ =>
        {
            Loop.AddProducts(code, lanes, (0, row), (1, lanes.ElementBytes, weight), sums);
            Loop.Advance(code, 0, rowBytes);
            Loop.Advance(code, 1, columns * lanes.ElementBytes);
        });
        for (int sum = 0; sum < sums.Length; sum++)
        {
            code.Emit(OpCodes.Ldloc, sums[sum]);
            code.Emit(OpCodes.Ldarg_2);
            Loop.Offset(code, Place(sum));
            lanes.Store(code);
        }

        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<PanelKernel<T>>();

        int Place(int sum) => (sum / vectors * rowBytes) + (sum % vectors * lanes.Bytes);
    }

    private static void Begin(ILGenerator code, VectorLanes lanes, bool adds, int place)
    {
        if (adds)
        {
            code.Emit(OpCodes.Ldarg_2);
            Loop.Offset(code, place);
            lanes.Load(code);
        }
        else
        {
            lanes.Number(code, 0);
            lanes.Fill(code);
        }
    }
}
