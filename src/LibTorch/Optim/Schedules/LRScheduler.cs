namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Sets the groups' learning rates as a function of the number of steps taken. The schedules here compute that function
            /// directly,
            /// from the initial rates and the step alone, so that a run that is resumed at <c>last_epoch</c> goes on as if it had not
            /// stopped.
            /// </summary>
            public abstract class LRScheduler
            {
                protected int _step_count;

                private readonly Optimizer optimizer;
                private readonly bool verbose;
                private double[] last;

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    this.optimizer = optimizer;
                    this.verbose = verbose;
                    Epoch = last_epoch;
                    BaseRates = [.. Groups.Select(group => group.InitialLearningRate)];
                    last = [.. Groups.Select(group => group.LearningRate)];
                }

                private protected int Epoch { get; private set; }

                private protected double[] BaseRates { get; }

                private protected IReadOnlyList<ILearningRateController> Groups => [.. optimizer.ParamGroups];

                public virtual void step() => Advance(Epoch + 1);

                public virtual void step(int? epoch) => Advance(epoch ?? Epoch + 1);

                /// <summary>The schedules here do not look at the current loss.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                public IEnumerable<double> get_last_lr() => last;

                protected virtual IEnumerable<double> get_lr() => Groups.Select(group => group.LearningRate);

                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>Takes the schedule to a step. A constructor's last line goes to the first.</summary>
                private protected void Advance(int epoch)
                {
                    _step_count++;
                    Epoch = epoch;
                    double[] rates = [.. get_lr()];
                    foreach (var (group, rate) in Groups.Zip(rates)) group.LearningRate = rate;
                    if (verbose && !rates.SequenceEqual(last)) Console.WriteLine($"Step {epoch}: learning rate {string.Join(", ", rates)}");
                    last = rates;
                }
            }
        }
    }
}
