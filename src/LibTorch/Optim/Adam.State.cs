using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adam
{
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor? exp_avg;
        public Tensor? exp_avg_sq;
        public Tensor? max_exp_avg_sq;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public void Dispose() => Set(step, null, null, null);

        public override void Initialize(OptimizerOptions options) =>
            Set(0, Zeros(), Zeros(), ((Options)options).amsgrad!.Value ? Zeros() : null);

        public override void to(Device device) =>
            Set(step, Moved(exp_avg, device), Moved(exp_avg_sq, device), Moved(max_exp_avg_sq, device));

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            Set(other.step, Copy(other.exp_avg), Copy(other.exp_avg_sq), Copy(other.max_exp_avg_sq));
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            // The two means always stand there, the maximum only if the flag before it says so.
            var count = reader.ReadInt64();
            using var scope = NewDisposeScope();
            var (mean, square) = (TensorFormat.Read(reader, nameof(exp_avg), _parameter), TensorFormat.Read(reader, nameof(exp_avg_sq), _parameter));
            Set(count, Copy(mean), Copy(square), Read(reader, nameof(max_exp_avg_sq)));
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(writer, exp_avg!);
            TensorFormat.Write(writer, exp_avg_sq!);
            Write(writer, max_exp_avg_sq);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Close(exp_avg, state.exp_avg) && Close(exp_avg_sq, state.exp_avg_sq)
            && Close(max_exp_avg_sq, state.max_exp_avg_sq);

        private static Tensor? Moved(Tensor? tensor, Device device) => tensor?.to(device).DetachFromDisposeScope();

        private void Set(long count, Tensor? mean, Tensor? square, Tensor? maximum)
        {
            step = count;
            Replace(ref exp_avg, mean);
            Replace(ref exp_avg_sq, square);
            Replace(ref max_exp_avg_sq, maximum);
        }
    }
}
