using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The managed half of a node of the autograd graph.</summary>
internal interface IManagedNode
{
    /// <summary>The gradients of the inputs, null for none, from those of the outputs (an invalid tensor for none).</summary>
    torch.Tensor?[] Backward(List<torch.Tensor> grads);
}

/// <summary>Makes native nodes that call back an <see cref="IManagedNode"/>, which lives as long as they do.</summary>
internal static unsafe class ManagedNode
{
    internal static nint Create(string name, IManagedNode node, List<torch.Tensor> inputs)
    {
        var context = GCHandle.ToIntPtr(GCHandle.Alloc(node));
        fixed (nint* handles = torch.autograd.Handles(inputs))
        {
            var status = Native.gcnn_function_create(name, context, &Backward, &Free, handles, inputs.Count, out var native);
            GC.KeepAlive(inputs);
            Native.Check(status);
            return native;
        }
    }

    internal static torch.Tensor Attach(nint native, torch.Tensor output)
    {
        Native.Check(Native.gcnn_function_attach(native, output.Handle, out var result));
        GC.KeepAlive(output);
        return new torch.Tensor(result);
    }

    [UnmanagedCallersOnly]
    private static int Backward(nint context, nint* grads, int count, nint* results, int resultCount)
    {
        // No exception may pass into native frames: its message goes ahead and libtorch throws it on.
        try
        {
            using var scope = torch.NewDisposeScope();
            var node = (IManagedNode)GCHandle.FromIntPtr(context).Target!;
            var outputs = new List<torch.Tensor>(count);
            for (var i = 0; i < count; i++) outputs.Add(new torch.Tensor(grads[i] == 0 ? 0 : Native.gcnn_tensor_retain(grads[i])));
            var gradients = node.Backward(outputs);
            for (var i = 0; i < resultCount && i < gradients.Length; i++)
            {
                if (gradients[i] is { IsInvalid: false } gradient) results[i] = Native.gcnn_tensor_retain(gradient.Handle);
            }

            return 0;
        }
        catch (Exception e)
        {
            Native.gcnn_function_fail(e.Message);
            return 1;
        }
    }

    [UnmanagedCallersOnly]
    private static void Free(nint context) => GCHandle.FromIntPtr(context).Free();
}
