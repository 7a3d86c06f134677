using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => Backward(tensors, grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>The gradients of <paramref name="outputs"/> with respect to <paramref name="inputs"/>.</summary>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false,
            bool create_graph = false, bool allow_unused = false)
        {
            var results = new nint[inputs.Count];
            fixed (nint* o = Handles(outputs), i = Handles(inputs), g = Handles(grad_outputs), r = results)
            {
                Native.Check(Native.gcnn_grad(
                    o, outputs.Count, i, inputs.Count, g, grad_outputs?.Count ?? 0,
                    retain_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, r));
            }

            KeepAlive(outputs, inputs, grad_outputs);
            return Array.ConvertAll(results, handle => new Tensor(handle));
        }

        internal static void Backward(
            IList<Tensor> tensors, IList<Tensor>? grads, bool? retain, bool create, IList<Tensor>? inputs)
        {
            fixed (nint* t = Handles(tensors), g = Handles(grads), i = Handles(inputs))
            {
                Native.Check(Native.gcnn_backward(
                    t, tensors.Count, g, grads?.Count ?? 0, retain is { } keep ? (keep ? 1 : 0) : -1, create ? 1 : 0, i, inputs?.Count ?? 0));
            }

            KeepAlive(tensors, grads, inputs);
        }

        internal static nint[]? Handles(IList<Tensor>? tensors) =>
            tensors is null or [] ? null : [.. tensors.Select(t => t is null || t.IsInvalid ? 0 : t.Handle)];

        private static void KeepAlive(params ReadOnlySpan<object?> objects)
        {
            foreach (var o in objects) GC.KeepAlive(o);
        }
    }
}
