namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// Half a cosine wave from the initial rate to <c>eta_min</c> in <c>T_max</c> steps, and back if it goes on.
                /// </summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double half;
                    private readonly double minimum;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(T_max);
                        half = T_max;
                        minimum = eta_min;
                        Advance(Epoch + 1);
                    }

                    protected override IEnumerable<double> get_lr() =>
                        BaseRates.Select(rate => minimum + ((rate - minimum) * (1 + Math.Cos(Math.PI * Epoch / half)) / 2));
                }
            }
        }
    }
}
