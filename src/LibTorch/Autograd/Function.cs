using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        /// <summary>A function whose derivative is written by hand. Derive from the single- or multi-tensor form.</summary>
        public abstract class Function<T>
            where T : Function<T>, new()
        {
            private static readonly T Instance = new();

            public abstract string Name { get; }

            internal abstract List<Tensor> Forward(AutogradContext context, object[] vars);

            internal abstract List<Tensor?> Backward(AutogradContext context, List<Tensor> grads);

            /// <summary>Runs the forward pass outside the graph and puts this function's node behind its outputs.</summary>
            public static List<Tensor> apply_internal(params object[] vars)
            {
                var tensors = vars.OfType<Tensor>().ToList();
                var record = is_grad_enabled() && tensors.Exists(t => t.requires_grad);
                var context = new AutogradContext();
                List<Tensor> outputs;
                using (no_grad()) outputs = Instance.Forward(context, vars);
                return record ? Node.Attach(Instance, context, vars, tensors, outputs) : outputs;
            }

            /// <summary>What the native node refers to: the context and where each gradient belongs.</summary>
            private sealed class Node(T function, AutogradContext context, bool[] isTensor, List<Tensor> outputs) : IManagedNode
            {
                private readonly (long[] Shape, ScalarType Type)[] outputs = [.. outputs.Select(o => (o.shape, o.dtype))];

                internal static List<Tensor> Attach(
                    T function, AutogradContext context, object[] vars, List<Tensor> inputs, List<Tensor> outputs)
                {
                    var node = new Node(function, context, Array.ConvertAll(vars, v => v is Tensor), outputs);
                    var native = ManagedNode.Create(function.Name, node, inputs);
                    try
                    {
                        var results = outputs.ConvertAll(o => context.IsDifferentiable(o) ? ManagedNode.Attach(native, o) : o);
                        context.SaveTo(native, outputs, results);
                        return results;
                    }
                    finally
                    {
                        Native.gcnn_function_release(native);
                    }
                }

                public Tensor?[] Backward(List<Tensor> grads)
                {
                    if (context.MaterializeGrads)
                    {
                        grads = [.. grads.Select((g, i) => g.IsInvalid ? zeros(outputs[i].Shape, outputs[i].Type) : g)];
                    }

                    var results = function.Backward(context, grads);
                    if (results.Count < isTensor.Length || results.Skip(isTensor.Length).Any(r => r is not null))
                    {
                        throw new InvalidOperationException(
                            $"{function.Name}.backward returned {results.Count} gradients; its forward took {isTensor.Length} arguments. " +
                            "Return one for each, null where an argument has none.");
                    }

                    return [.. results.Take(isTensor.Length).Where((_, i) => isTensor[i])];
                }
            }
        }

        /// <summary>A hand-written function with one output.</summary>
        public abstract class SingleTensorFunction<T> : Function<T>
            where T : SingleTensorFunction<T>, new()
        {
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            public static Tensor apply(params object[] vars) => apply_internal(vars)[0];

            internal override List<Tensor> Forward(AutogradContext context, object[] vars) => [forward(context, vars)];

            internal override List<Tensor?> Backward(AutogradContext context, List<Tensor> grads) => [.. backward(context, grads[0])];
        }

        /// <summary>A hand-written function with several outputs.</summary>
        public abstract class MultiTensorFunction<T> : Function<T>
            where T : MultiTensorFunction<T>, new()
        {
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            public static List<Tensor> apply(params object[] vars) => apply_internal(vars);

            internal override List<Tensor> Forward(AutogradContext context, object[] vars) => forward(context, vars);

            internal override List<Tensor?> Backward(AutogradContext context, List<Tensor> grads) => [.. backward(context, grads)];
        }
    }
}
