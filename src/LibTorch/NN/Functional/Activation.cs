using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // In place the input's own elements change, and the result is a second tensor over them: each can be disposed alone.
            public static Tensor relu(Tensor x, bool inplace = false) => Apply(inplace, "relu", x);

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                Apply(inplace, "leaky_relu", input, negative_slope);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => Apply(inplace, "elu", x, alpha);

            public static Tensor gelu(Tensor x) => gelu(x, Modules.GELU.Approximate.none);

            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                Apply(inplace, "gelu", x, approximate.ToString());

            public static Tensor silu(Tensor x, bool inplace = false) => Apply(inplace, "silu", x);

            public static Tensor sigmoid(Tensor x) => sigmoid(x, false);

            public static Tensor sigmoid(Tensor x, bool inplace) => Apply(inplace, "sigmoid", x);

            public static Tensor tanh(Tensor x, bool inplace = false) => Apply(inplace, "tanh", x);

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Aten.Call("softplus", x, beta, threshold);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            private static Tensor Apply(bool inplace, string name, Tensor x, params ReadOnlySpan<Argument> others) =>
                inplace ? Aten.CallInPlace(name + "_", x, others).alias() : Aten.Call(name, [x, .. others]);
        }
    }
}
