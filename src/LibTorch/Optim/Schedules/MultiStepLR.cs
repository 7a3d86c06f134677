namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler MultiStepLR(
                Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>The rate times gamma at each milestone; one that stands there twice counts twice.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly int[] milestones;
                    private readonly double gamma;

                    public MultiStepLR(
                        Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.milestones = [.. milestones];
                        this.gamma = gamma;
                        Advance(Epoch + 1);
                    }

                    protected override IEnumerable<double> get_lr() =>
                        BaseRates.Select(rate => rate * Math.Pow(gamma, milestones.Count(milestone => milestone <= Epoch)));
                }
            }
        }
    }
}
