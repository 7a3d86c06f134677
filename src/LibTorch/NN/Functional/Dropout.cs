namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Apply(inplace, "dropout", input, Probability(p), training);

            /// <summary>Drops whole channels.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Apply(inplace, "feature_dropout", input, Probability(p), training);

            private static double Probability(double p) => p is >= 0 and <= 1
                ? p
                : throw new ArgumentOutOfRangeException(nameof(p), $"A dropout probability lies between 0 and 1; this one is {p}.");
        }
    }
}
