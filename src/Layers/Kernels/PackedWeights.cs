using System.Numerics;
using System.Runtime.InteropServices;

namespace GCnn.Layers;

/// <summary>
/// Keeps the matrices of a convolution's blocks from one call to the next, as long as the free weights stay what they were. It is compared,
/// not trusted: a copy of the free weights goes with the matrices, which are made anew whenever the weights differ from it in any bit,
/// however they were changed. The comparison reads a small part of what packing reads and writes.
/// </summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed class PackedWeights<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly CorrelationKernel<T> _kernel;
    private readonly bool _transposed;
    private readonly Lock _gate = new();
    private Matrices? _newest;

    /// <summary>Keeps the matrices of a convolution, or those of its transpose.</summary>
    public PackedWeights(CorrelationKernel<T> kernel, bool transposed) => (_kernel, _transposed) = (kernel, transposed);

    /// <summary>
    /// The matrices for these weights, to be disposed of after use. While they are used nobody changes them; afterwards their memory may
    /// serve for other weights.
    /// </summary>
    public Matrices For(ReadOnlySpan<T> weights)
    {
        lock (_gate)
        {
            if (_newest is null || !_newest.AreOf(weights))
            {
                // Another thread may still multiply by the last ones: those are left to it.
                _newest = _newest is { Users: 0 } idle ? idle : new Matrices(this, weights.Length);
                _newest.Fill(weights);
            }

            _newest.Users++;
            return _newest;
        }
    }

    /// <summary>The matrices for one state of the weights.</summary>
    internal sealed class Matrices : IDisposable
    {
        private readonly PackedWeights<T> _owner;
        private readonly T[] _weights;

        internal Matrices(PackedWeights<T> owner, int weights)
        {
            // One number more, a zero, stands for the places that no weight is at.
            (_owner, _weights) = (owner, new T[weights + 1]);
            Numbers = new T[BlockWeights.Length(owner._kernel)];
        }

        /// <summary>Their numbers, in the order of <see cref="BlockWeights"/>.</summary>
        public T[] Numbers { get; }

        /// <summary>How many are using them; guarded by the owner's gate.</summary>
        internal int Users { get; set; }

        /// <summary>Ends a use.</summary>
        public void Dispose()
        {
            lock (_owner._gate)
            {
                Users--;
            }
        }

        /// <summary>Whether they are those of these weights: bit by bit, so that it holds of weights that are no numbers too.</summary>
        internal bool AreOf(ReadOnlySpan<T> weights) => weights.Length == _weights.Length - 1
            && MemoryMarshal.AsBytes(weights).SequenceEqual(MemoryMarshal.AsBytes(_weights.AsSpan(0, weights.Length)));

        internal void Fill(ReadOnlySpan<T> weights)
        {
            weights.CopyTo(_weights);
            BlockWeights.Pack<T>(_owner._kernel, _owner._transposed, _weights, Numbers);
        }
    }
}
