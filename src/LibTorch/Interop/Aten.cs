using System.Collections.Concurrent;

namespace TorchSharp.Interop;

/// <summary>
/// Calls ATen operators by schema name (<c>"conv2d"</c>, <c>"add.Tensor"</c>) through libtorch's dispatcher, autograd
/// included. Trailing arguments that are not given take the schema's defaults.
/// </summary>
internal static unsafe class Aten
{
    private const int StackWords = 64;

    private static readonly ConcurrentDictionary<string, nint> Operators = new();

    /// <summary>Calls an operator that returns one tensor.</summary>
    internal static torch.Tensor Call(string name, params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Invoke(name, arguments, &result, 1);
        return new torch.Tensor((nint)result.Bits);
    }

    /// <summary>Calls an operator that returns at least two tensors, and keeps the first two.</summary>
    internal static (torch.Tensor, torch.Tensor) Call2(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc Value[2];
        Invoke(name, arguments, results, 2);
        return (new torch.Tensor((nint)results[0].Bits), new torch.Tensor((nint)results[1].Bits));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    internal static torch.Tensor[] CallList(string name, params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Invoke(name, arguments, &result, 1);
        var tensors = new torch.Tensor[result.Count];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new torch.Tensor(((nint*)result.Bits)[i]);
        Native.gcnn_list_free((nint)result.Bits);
        return tensors;
    }

    /// <summary>Calls an operator that returns a number or a truth value.</summary>
    internal static Value CallValue(string name, params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Invoke(name, arguments, &result, 1);
        return result;
    }

    /// <summary>Calls an operator for its effect on <paramref name="self"/>, its first argument, which is returned.</summary>
    internal static torch.Tensor CallInPlace(string name, torch.Tensor self, params ReadOnlySpan<Argument> others)
    {
        Invoke(name, [self, .. others], null, 0);
        return self;
    }

    private static void Invoke(string name, ReadOnlySpan<Argument> arguments, Value* results, int capacity)
    {
        var op = Operators.GetOrAdd(name, Find);
        var words = 0;
        foreach (var argument in arguments) words += argument.Words;

        var values = stackalloc Value[arguments.Length];
        if (words <= StackWords)
        {
            var buffer = stackalloc long[StackWords];
            Invoke(op, arguments, values, new Span<long>(buffer, StackWords), results, capacity);
        }
        else
        {
            var array = new long[words];
            fixed (long* pinned = array) Invoke(op, arguments, values, new Span<long>(pinned, words), results, capacity);
        }
    }

    private static void Invoke(
        nint op, ReadOnlySpan<Argument> arguments, Value* values, Span<long> words, Value* results, int capacity)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Pack(words);
            words = words[arguments[i].Words..];
        }

        var status = Native.gcnn_operator_call(op, values, arguments.Length, results, capacity);
        foreach (var argument in arguments) GC.KeepAlive(argument.Reference);
        Native.Check(status);
    }

    private static nint Find(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (bare, overload) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
        Native.Check(Native.gcnn_operator_find("aten::" + bare, overload, out var op));
        return op;
    }
}
