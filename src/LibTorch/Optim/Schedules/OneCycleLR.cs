namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) => new impl.OneCycleLR(
                optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum,
                max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1,
                bool verbose = false) => new impl.OneCycleLR(
                optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum,
                max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// Up from max_lr / div_factor to max_lr, then down to that over final_div_factor, while the momentum goes the other way
                /// (Smith and Topin 2017). With three phases the way down first mirrors the way up.
                /// </summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int total;
                    private readonly bool cycleMomentum;
                    private readonly Phase[] phases;
                    private readonly Func<double, double, double, double> anneal;
                    private readonly double[][] rates;
                    private readonly double[][] momenta;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Same(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            Same(optimizer, base_momentum), Same(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch,
                            verbose)
                    {
                    }

                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        total = total_steps > 0 ? total_steps : epochs * steps_per_epoch;
                        if (total_steps is 0 or < -1 || (total_steps == -1 && (epochs <= 0 || steps_per_epoch <= 0)))
                        {
                            throw new ArgumentException(
                                $"OneCycleLR: give total_steps, or epochs and steps_per_epoch, positive (got {total_steps}, {epochs}, {steps_per_epoch}).");
                        }

                        if (pct_start is not (>= 0 and <= 1))
                        {
                            throw new ArgumentOutOfRangeException(
                                nameof(pct_start), $"pct_start is a part of the whole; {pct_start} is none.");
                        }

                        cycleMomentum = cycle_momentum;
                        anneal = anneal_strategy == AnnealStrategy.Cos ? Cosine : Linear;
                        phases = Phases(pct_start * total, three_phase);
                        rates = Each(max_lr, nameof(max_lr), rate => new[] { rate / div_factor, rate, rate / div_factor / final_div_factor });
                        var (low, high) = (base_momentum ?? Same(optimizer, 0.85), max_momentum ?? Same(optimizer, 0.95));
                        momenta = Each(low.Zip(high), nameof(base_momentum), pair => new[] { pair.Second, pair.First, pair.Second });
                        if (cycle_momentum && Groups.Any(group => group is not (IMomentum or IBetas)))
                        {
                            throw new ArgumentException(
                                "OneCycleLR: this optimiser has no momentum to cycle; set cycle_momentum: false.", nameof(optimizer));
                        }

                        Advance(Epoch + 1);
                    }

                    public enum AnnealStrategy
                    {
                        Cos = 0,
                        Linear = 1,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch > total) throw new InvalidOperationException($"OneCycleLR: step {Epoch} of a cycle of {total}.");
                        var index = Array.FindIndex(phases, 0, phases.Length - 1, phase => Epoch <= phase.End);
                        var now = phases[index < 0 ? phases.Length - 1 : index];

                        // A phase of no length is over when it begins.
                        var part = now.End > now.Begin ? (Epoch - now.Begin) / (now.End - now.Begin) : 1;
                        if (cycleMomentum) SetMomenta(now, part);
                        return rates.Select(rate => anneal(rate[now.From], rate[now.To], part));
                    }

                    private static IEnumerable<double> Same(Optimizer optimizer, double value) => optimizer.ParamGroups.Select(_ => value);

                    private static double Cosine(double start, double end, double part) =>
                        end + ((start - end) / 2 * (Math.Cos(Math.PI * part) + 1));

                    private static double Linear(double start, double end, double part) => start + ((end - start) * part);

                    // From and To number the levels: 0 the initial one, 1 the peak, 2 the final one. Momenta have the same level at 0 and
                    // 2.
                    private Phase[] Phases(double rise, bool three) => three
                        ? [new(0, rise - 1, 0, 1), new(rise - 1, (2 * rise) - 2, 1, 0), new((2 * rise) - 2, total - 1, 0, 2)]
                        : [new(0, rise - 1, 0, 1), new(rise - 1, total - 1, 1, 2)];

                    private double[][] Each<T>(IEnumerable<T> values, string name, Func<T, double[]> levels)
                    {
                        double[][] each = [.. values.Select(levels)];
                        return each.Length == BaseRates.Length
                            ? each
                            : throw new ArgumentException($"OneCycleLR: {each.Length} values of {name} for {BaseRates.Length} parameter groups.", name);
                    }

                    private void SetMomenta(Phase now, double part)
                    {
                        foreach (var (group, level) in Groups.Zip(momenta))
                        {
                            var momentum = anneal(level[now.From], level[now.To], part);
                            if (group is IBetas betas) betas.Betas = (momentum, betas.Betas.Item2);
                            else ((IMomentum)group).Momentum = momentum;
                        }
                    }

                    private sealed record Phase(double Begin, double End, int From, int To);
                }
            }
        }
    }
}
