namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry between the brackets of <c>tensor[...]</c>.</summary>
    public readonly struct TensorIndex
    {
        public static readonly TensorIndex Colon = Slice();
        public static readonly TensorIndex Ellipsis = new(Kind.Ellipsis);
        public static readonly TensorIndex None = new(Kind.NewAxis);

        private readonly Kind kind;
        private readonly long? start;
        private readonly long? stop;
        private readonly long? step;
        private readonly Tensor? tensor;

        private TensorIndex(Kind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            this.kind = kind;
            this.start = start;
            this.stop = stop;
            this.step = step;
            this.tensor = tensor;
        }

        private enum Kind
        {
            Single,
            Slice,
            Ellipsis,
            NewAxis,
            Tensor,
        }

        public static TensorIndex Single(long? index) => index is null ? None : new(Kind.Single, index);

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Kind.Slice, start, stop, step);

        public static TensorIndex Slice(Range range) => new(
            Kind.Slice, Signed(range.Start), range.End.Equals(^0) ? null : Signed(range.End));

        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor, tensor: tensor);

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Index index) => Single(Signed(index));

        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>The view that the basic indices give, and the index tensors that then apply to it, axis by axis.</summary>
        internal static (Tensor View, Tensor?[] Tensors) View(Tensor self, TensorIndex[] indices)
        {
            var axes = indices.Count(i => i.kind is Kind.Single or Kind.Slice or Kind.Tensor);
            if (axes > self.ndim)
            {
                throw new ArgumentException($"{axes} indices into a tensor with {self.ndim} dimensions.", nameof(indices));
            }

            var view = self.alias();
            var tensors = new List<Tensor?>();
            foreach (var index in indices)
            {
                switch (index.kind)
                {
                    case Kind.Single:
                        view = view.select(tensors.Count, index.start!.Value);
                        break;
                    case Kind.Slice:
                        view = view.slice(tensors.Count, index.start ?? 0, index.stop ?? long.MaxValue, index.step ?? 1);
                        tensors.Add(null);
                        break;
                    case Kind.Ellipsis:
                        for (var skip = self.ndim - axes; skip > 0; skip--) tensors.Add(null);
                        break;
                    case Kind.NewAxis:
                        view = view.unsqueeze(tensors.Count);
                        tensors.Add(null);
                        break;
                    default:
                        tensors.Add(index.tensor);
                        break;
                }
            }

            return (view, tensors.Exists(t => t is not null) ? [.. tensors] : []);
        }

        private static long Signed(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
