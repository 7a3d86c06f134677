using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static bool is_grad_enabled() => Native.gcnn_grad_enabled() != 0;

    /// <summary>Until the result is disposed, operators on this thread record no graph.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    private sealed class GradMode : IDisposable
    {
        private readonly bool before = is_grad_enabled();

        internal GradMode(bool enabled) => Native.gcnn_set_grad_enabled(enabled ? 1 : 0);

        public void Dispose() => Native.gcnn_set_grad_enabled(before ? 1 : 0);
    }
}
