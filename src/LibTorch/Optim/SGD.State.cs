using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The velocity; null until the first step with momentum.</summary>
        public Tensor? momentum_buffer;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public void Dispose() => Replace(ref momentum_buffer, null);

        public override void Initialize(OptimizerOptions options) => Replace(ref momentum_buffer, null);

        public override void to(Device device) => Replace(ref momentum_buffer, momentum_buffer?.to(device).DetachFromDisposeScope());

        public override void LoadStateDict(OptimizerState source) => Replace(ref momentum_buffer, Copy(((State)source).momentum_buffer));

        public override void LoadStateDict(BinaryReader reader) => Replace(ref momentum_buffer, Read(reader, nameof(momentum_buffer)));

        public override void SaveStateDict(BinaryWriter writer) => Write(writer, momentum_buffer);

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && Close(momentum_buffer, state.momentum_buffer);
    }
}
