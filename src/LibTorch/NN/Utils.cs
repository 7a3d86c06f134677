using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static class utils
        {
            /// <summary>
            /// Scales all gradients together so that their norm, as of one long vector, is at most <paramref name="max_norm"/>.
            /// </summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var noGrad = no_grad();
                var grads = tensors.Select(t => t.grad).OfType<Tensor>().ToList();
                if (grads.Count == 0) return 0;

                var norms = stack(grads.Select(g => Norm(g, norm_type).to(grads[0].device)));
                var total = Norm(norms, norm_type);

                // The small term is PyTorch's; it keeps the factor finite and a little under the exact one.
                var factor = Aten.Call("reciprocal", total.add(1e-6)).mul(max_norm).clamp_max(1.0);
                foreach (var grad in grads) grad.mul_(factor.to(grad.device));
                return total.ToDouble();
            }

            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var noGrad = no_grad();
                foreach (var grad in tensors.Select(t => t.grad)) grad?.clamp_(-clip_value, clip_value);
            }

            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat([.. tensors.Select(t => t.reshape(-1))]).MoveToOuterDisposeScope();
            }

            /// <summary>Copies the vector's parts into the parameters, in their order.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                using var noGrad = no_grad();
                var parameters = tensors.ToList();
                var needed = parameters.Sum(p => p.numel());
                if (vec.ndim != 1 || vec.numel() != needed)
                {
                    throw new ArgumentException($"The parameters take a vector of {needed} numbers; this tensor is {vec}.", nameof(vec));
                }

                long start = 0;
                foreach (var parameter in parameters)
                {
                    parameter.copy_(vec.narrow(0, start, parameter.numel()).view_as(parameter));
                    start += parameter.numel();
                }
            }

            private static Tensor Norm(Tensor tensor, double p) => Aten.Call("linalg_vector_norm", tensor, (Scalar)p);
        }
    }
}
