using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The plain module that a caller's function is.</summary>
internal static class PlainFunction
{
    /// <summary>The module whose <c>call</c> the function is, such as <c>nn.ELU().call</c>.</summary>
    /// <exception cref="NotSupportedException">It is code of the caller.</exception>
    internal static nn.Module<Tensor, Tensor> Of(Func<Tensor, Tensor> function, nn.Module layer, ExportContext context) =>
        function.Target is nn.Module<Tensor, Tensor> module && function.Method.Name is "call" or "forward"
            ? context.Export("function", module)
            : throw context.Refusal(
                layer, "its function is code of the caller, of which no plain module is known",
                "give it the call of one, such as nn.ELU().call, instead");
}
