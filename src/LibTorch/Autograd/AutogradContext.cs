using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        /// <summary>What a function's forward pass leaves for its backward pass.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> data = [];
            private List<Tensor> toSave = [];
            private List<Tensor> constant = [];
            private nint rawNode;

            internal AutogradContext()
            {
            }

            public bool MaterializeGrads { get; private set; } = true;

            public void save_for_backward(List<Tensor> tensors) => toSave = tensors;

            /// <summary>The tensors given to <see cref="save_for_backward"/>; an error if one was changed in place since.</summary>
            public List<Tensor> get_saved_variables()
            {
                if (rawNode == 0) return toSave;
                var handles = new nint[Native.gcnn_function_saved_count(rawNode)];
                fixed (nint* h = handles) Native.Check(Native.gcnn_function_saved(rawNode, h));
                return [.. handles.Select(handle => new Tensor(handle))];
            }

            public void save_data(string key, object value) => data[key] = value;

            public object get_data(string key) => data[key];

            public void mark_non_differentiable(List<Tensor> tensors) => constant = tensors;

            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            internal bool IsDifferentiable(Tensor output) => !constant.Contains(output, ReferenceEqualityComparer.Instance);

            /// <summary>
            /// Hands the saved tensors to the native node, which watches their versions and breaks the cycle that an output
            /// kept by its own node would be. Of an output, its form with the node behind it is saved.
            /// </summary>
            internal void SaveTo(nint node, List<Tensor> outputs, List<Tensor> results)
            {
                var saved = toSave.ConvertAll(t => outputs.IndexOf(t) is >= 0 and var i ? results[i] : t);
                fixed (nint* handles = Handles(saved)) Native.Check(Native.gcnn_function_save(node, handles, saved.Count));
                GC.KeepAlive(saved);
                toSave = [];
                constant = [];
                rawNode = Native.gcnn_function_node(node);
            }

            protected virtual void Dispose(bool disposing) => toSave = [];
        }
    }
}
