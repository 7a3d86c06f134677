using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An array of numbers with a history. It owns one reference to a native tensor: disposing gives it back at once (twice
    /// is harmless), a dispose scope does so at its end, and the finalizer does so for a tensor that was forgotten.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private long bytesHeld;
        private nint handle;

        internal Tensor(nint handle)
        {
            this.handle = handle;
            if (handle == 0) return;

            bytesHeld = Native.gcnn_tensor_owned_bytes(handle);
            NativeMemory.Add(bytesHeld);
            DisposeScope.Current?.Attach((IDisposable)this);
        }

        ~Tensor() => Dispose(false);

        public IntPtr Handle => handle != 0
            ? handle
            : throw new InvalidOperationException("Tensor invalid -- empty handle. (It was disposed, or its dispose scope has ended.)");

        public bool IsInvalid => handle == 0;

        public string? name { get; set; }

        internal DisposeScope? Scope { get; set; }

        /// <summary>Gives the native reference away: the caller must release it.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            Scope?.MarkAsDisposed(this);
            Scope = null;
            GC.SuppressFinalize(this);
            return Surrender();
        }

        public Tensor MoveToOuterDisposeScope()
        {
            Scope?.MoveToOuter<Tensor>(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (Scope is { } scope) scope.MoveToOther<Tensor>(other, this);
            else other?.Attach((IDisposable)this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            Scope?.Detach<Tensor>(this);
            return this;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            // The finalizer must not touch the scope, which belongs to another thread; a forgotten scope goes with its tensors.
            if (disposing)
            {
                Scope?.MarkAsDisposed(this);
                Scope = null;
            }

            var owned = Surrender();
            if (owned != 0) Native.gcnn_tensor_release(owned);
        }

        /// <summary>
        /// Puts other elements behind this tensor, of another type or on another device if need be; it remains the same leaf.
        /// </summary>
        internal void SetData(Tensor data)
        {
            Aten.CallInPlace("set_data", this, data);
            NativeMemory.Remove(bytesHeld);
            bytesHeld = Native.gcnn_tensor_owned_bytes(handle);
            NativeMemory.Add(bytesHeld);
        }

        private nint Surrender()
        {
            var owned = Interlocked.Exchange(ref handle, 0);
            if (owned != 0) NativeMemory.Remove(bytesHeld);
            return owned;
        }
    }
}
