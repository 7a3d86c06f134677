using System.Reflection.Emit;
using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// A straight-line program in machine instructions: it reads a vector of each input row, computes in registers, and writes a vector of each
/// output row, vector after vector along the rows.
/// </summary>
internal static class VectorProgram
{
    /// <summary>Translates a program.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="program">The program.</param>
    /// <param name="outputs">For each output row, in the order in which they are written, which output of the program it is.</param>
    /// <param name="lanes">The vector instructions to use.</param>
    public static unsafe RowTransform<T> Compile<T>(StraightLineProgram program, IReadOnlyList<int> outputs, VectorLanes lanes)
        where T : unmanaged
    {
        DynamicMethod method = Loop.Method(
            nameof(VectorProgram), typeof(T*), typeof(nint*), typeof(T*), typeof(nint), typeof(int));
        ILGenerator code = method.GetILGenerator();
        LocalBuilder[] rows = Loop.Locals(code, lanes, program.Rows);
        LocalBuilder target = code.DeclareLocal(typeof(nint));
        Loop.Repeat(code, endArgument: 4, lanes.Count, _ =>
        {
            Run(code, program, rows, lanes);

            WriteOutputs(code, [.. outputs.Select(output => rows[program.OutputRows[output]])], target, lanes);
            Loop.Advance(code, 0, lanes.Bytes);
            Loop.Advance(code, 2, lanes.Bytes);
        });
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<RowTransform<T>>();
    }

    /// <summary>
    /// Translates a program whose output rows are added to rows elsewhere: the transpose of reading its inputs from there.
    /// </summary>
    /// <inheritdoc cref="Compile"/>
    public static unsafe RowScatter<T> CompileScatter<T>(StraightLineProgram program, VectorLanes lanes)
        where T : unmanaged
    {
        DynamicMethod method = Loop.Method(
            nameof(CompileScatter), typeof(T*), typeof(nint*), typeof(T*), typeof(nint*), typeof(int));
        ILGenerator code = method.GetILGenerator();
        LocalBuilder[] rows = Loop.Locals(code, lanes, program.Rows);
        LocalBuilder address = code.DeclareLocal(typeof(nint));
        Loop.Repeat(code, endArgument: 4, lanes.Count, _ =>
        {
            Run(code, program, rows, lanes);

            for (int output = 0; output < program.Outputs; output++)
            {
                AddTo(code, rows[program.OutputRows[output]], output, address, lanes);
            }

            Loop.Advance(code, 0, lanes.Bytes);
            Loop.Advance(code, 2, lanes.Bytes);
        });
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<RowScatter<T>>();
    }

    private static void AddTo(ILGenerator code, LocalBuilder value, int output, LocalBuilder address, VectorLanes lanes)
    {
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Ldarg_3);
        Loop.Offset(code, output * sizeof(long));
        code.Emit(OpCodes.Ldind_I);
        code.Emit(OpCodes.Add);
        code.Emit(OpCodes.Stloc, address);
        code.Emit(OpCodes.Ldloc, address);
        lanes.Load(code);
        code.Emit(OpCodes.Ldloc, value);
        lanes.AddOrSubtract(code, adds: true);
        code.Emit(OpCodes.Ldloc, address);
        lanes.Store(code);
    }

    /// <summary>
    /// The steps, each input read when it is needed: once, or, where registers would not hold all that waits, whenever it is needed.
    /// </summary>
    private static void Run(ILGenerator code, StraightLineProgram program, LocalBuilder[] rows, VectorLanes lanes)
    {
        bool[] waits = [.. Enumerable.Range(0, program.Rows).Select(row => row < program.Inputs)];
        bool readsAgain = program.Rows > lanes.Registers;
        void Need(int row)
        {
            if (waits[row])
            {
                waits[row] = readsAgain;
                Read(code, rows[row], row, lanes);
            }
        }

        foreach (LinearStep step in program.Steps)
        {
            Need(step.A);
            Need(step.B);
            Compute(code, step, rows, lanes);
            waits[step.Target] = false;
        }

        foreach (int row in program.OutputRows)
        {
            Need(row);
        }
    }

    private static void Read(ILGenerator code, LocalBuilder row, int input, VectorLanes lanes)
    {
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        Loop.Offset(code, input * sizeof(long));
        code.Emit(OpCodes.Ldind_I);
        code.Emit(OpCodes.Add);
        lanes.Load(code);
        code.Emit(OpCodes.Stloc, row);
    }

    private static void Compute(ILGenerator code, LinearStep step, LocalBuilder[] rows, VectorLanes lanes)
    {
        if (step.Beta == 0)
        {
            Scaled(code, step.Alpha, rows[step.A], lanes);
        }
        else if (Math.Abs(step.Alpha) == Math.Abs(step.Beta) || Math.Abs(step.Beta) == 1)
        {
            bool common = Math.Abs(step.Alpha) == Math.Abs(step.Beta);
            Scaled(code, common ? Math.Sign(step.Alpha) : step.Alpha, rows[step.A], lanes);
            code.Emit(OpCodes.Ldloc, rows[step.B]);
            lanes.AddOrSubtract(code, step.Beta > 0);
            Scale(code, common ? Math.Abs(step.Alpha) : 1, lanes);
        }
        else
        {
            code.Emit(OpCodes.Ldloc, rows[step.B]);
            lanes.Number(code, step.Beta);
            lanes.Fill(code);
            Scaled(code, step.Alpha, rows[step.A], lanes);
            lanes.MultiplyAdd(code);
        }

        code.Emit(OpCodes.Stloc, rows[step.Target]);
    }

    private static void Scaled(ILGenerator code, double factor, LocalBuilder row, VectorLanes lanes)
    {
        code.Emit(OpCodes.Ldloc, row);
        if (factor == -1)
        {
            lanes.Negate(code);
        }
        else
        {
            Scale(code, factor, lanes);
        }
    }

    private static void Scale(ILGenerator code, double factor, VectorLanes lanes)
    {
        if (factor != 1)
        {
            lanes.Number(code, factor);
            lanes.Fill(code);
            lanes.Multiply(code);
        }
    }

    private static void WriteOutputs(ILGenerator code, LocalBuilder[] outputs, LocalBuilder target, VectorLanes lanes)
    {
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Stloc, target);
        foreach (LocalBuilder output in outputs)
        {
            code.Emit(OpCodes.Ldloc, output);
            code.Emit(OpCodes.Ldloc, target);
            lanes.Store(code);
            code.Emit(OpCodes.Ldloc, target);
            code.Emit(OpCodes.Ldarg_3);
            code.Emit(OpCodes.Add);
            code.Emit(OpCodes.Stloc, target);
        }
    }
}
