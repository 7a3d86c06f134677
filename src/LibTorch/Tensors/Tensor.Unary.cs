using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Aten.Call("abs", this);

        public Tensor neg() => Aten.Call("neg", this);

        public Tensor exp() => Aten.Call("exp", this);

        public Tensor log() => Aten.Call("log", this);

        public Tensor log1p() => Aten.Call("log1p", this);

        public Tensor expm1() => Aten.Call("expm1", this);

        public Tensor sqrt() => Aten.Call("sqrt", this);

        public Tensor rsqrt() => Aten.Call("rsqrt", this);

        public Tensor square() => Aten.Call("square", this);

        public Tensor sin() => Aten.Call("sin", this);

        public Tensor cos() => Aten.Call("cos", this);

        public Tensor tan() => Aten.Call("tan", this);

        public Tensor asin() => Aten.Call("asin", this);

        public Tensor acos() => Aten.Call("acos", this);

        public Tensor atan() => Aten.Call("atan", this);

        public Tensor sinh() => Aten.Call("sinh", this);

        public Tensor cosh() => Aten.Call("cosh", this);

        public Tensor tanh() => Aten.Call("tanh", this);

        public Tensor sigmoid() => Aten.Call("sigmoid", this);

        public Tensor relu() => Aten.Call("relu", this);

        public Tensor floor() => Aten.Call("floor", this);

        public Tensor ceil() => Aten.Call("ceil", this);

        public Tensor round(long decimals = 0) => Aten.Call("round.decimals", this, decimals);

        public Tensor sign() => Aten.Call("sign", this);

        public Tensor reciprocal() => Aten.Call("reciprocal", this);

        public Tensor erf() => Aten.Call("erf", this);

        public Tensor frac() => Aten.Call("frac", this);

        public Tensor trunc() => Aten.Call("trunc", this);

        public Tensor silu() => Aten.Call("silu", this);

        public Tensor isnan() => Aten.Call("isnan", this);

        public Tensor isfinite() => Aten.Call("isfinite", this);

        public Tensor logical_not() => Aten.Call("logical_not", this);

        public Tensor abs_() => Aten.CallInPlace("abs_", this);

        public Tensor neg_() => Aten.CallInPlace("neg_", this);

        public Tensor exp_() => Aten.CallInPlace("exp_", this);

        public Tensor log_() => Aten.CallInPlace("log_", this);

        public Tensor sqrt_() => Aten.CallInPlace("sqrt_", this);

        public Tensor sigmoid_() => Aten.CallInPlace("sigmoid_", this);

        public Tensor tanh_() => Aten.CallInPlace("tanh_", this);

        public Tensor relu_() => Aten.CallInPlace("relu_", this);

        public Tensor floor_() => Aten.CallInPlace("floor_", this);

        public Tensor round_(long decimals = 0) => Aten.CallInPlace("round_.decimals", this, decimals);

        public Tensor reciprocal_() => Aten.CallInPlace("reciprocal_", this);

        public Tensor zero_() => Aten.CallInPlace("zero_", this);
    }
}
