using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers on the CPU (Mersenne twister), seeded and savable.</summary>
    public class Generator : IDisposable
    {
        private nint handle;

        public Generator(ulong seed = 0, Device? device = null)
            : this(Native.gcnn_generator_create(seed))
        {
            if (device is not null && device.type != DeviceType.CPU)
            {
                Dispose();
                throw new NotSupportedException($"Generator: the system engine has no {device.type} generator; leave the device out.");
            }
        }

        private Generator(nint handle) => this.handle = handle;

        ~Generator() => Dispose(false);

        public static Generator Default { get; } = new(Native.gcnn_generator_default());

        public IntPtr Handle => handle != 0 ? handle : throw new ObjectDisposedException(nameof(Generator));

        public Device device => CPU;

        public Generator manual_seed(long seed)
        {
            Native.gcnn_generator_set_seed(Handle, (ulong)seed);
            return this;
        }

        public long initial_seed() => (long)Native.gcnn_generator_initial_seed(Handle);

        public long seed() => (long)Native.gcnn_generator_new_seed(Handle);

        public Tensor get_state()
        {
            Native.Check(Native.gcnn_generator_get_state(Handle, out var state));
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Native.Check(Native.gcnn_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var owned = Interlocked.Exchange(ref handle, 0);
            if (owned != 0) Native.gcnn_generator_release(owned);
        }
    }

    /// <summary>Seeds the default generator, from which every draw without a generator of its own comes.</summary>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    public static long initial_seed() => Generator.Default.initial_seed();

    public static class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static Tensor get_rng_state() => Generator.Default.get_state();

        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

        public static long initial_seed() => Generator.Default.initial_seed();
    }
}
