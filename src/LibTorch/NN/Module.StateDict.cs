namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// The parameters and persistent buffers by name: the tensors themselves, not copies. A tensor that is registered twice
            /// stands under both names.
            /// </summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string name) => string.IsNullOrEmpty(prefix) ? name : Below(prefix, name);
                foreach (var (key, parameter) in internalParameters) destination.TryAdd(Key(key), parameter);
                foreach (var (key, (tensor, persistent)) in internalBuffers)
                {
                    if (persistent) destination.TryAdd(Key(key), tensor);
                }

                foreach (var (key, child) in named_children()) child.state_dict(destination, Key(key));
                return destination;
            }

            /// <summary>Copies tensors in by name. Shapes are checked first: either everything is copied or nothing is.</summary>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var destination = state_dict();
                var missing = Except(destination.Keys, source, skip);
                var unexpected = Except(source.Keys, destination, skip);
                var wanted = destination.Where(d => source.ContainsKey(d.Key) && skip?.Contains(d.Key) != true).ToList();
                var misshapen = wanted.Where(d => !d.Value.shape.SequenceEqual(source[d.Key].shape)).Select(
                    d => $"'{d.Key}' has shape {Shape(source[d.Key])}, the module's has {Shape(d.Value)}").ToList();

                List<string> problems = [.. misshapen];
                if (strict && missing.Count > 0) problems.Add($"missing: {string.Join(", ", missing)}");
                if (strict && unexpected.Count > 0) problems.Add($"not in the module: {string.Join(", ", unexpected)}");
                if (problems.Count > 0)
                {
                    throw new InvalidOperationException($"The state does not fit the {GetName()}: {string.Join("; ", problems)}.");
                }

                using (no_grad())
                {
                    foreach (var (key, tensor) in wanted) tensor.copy_(source[key]);
                }

                return (missing, unexpected);
            }

            private static List<string> Except(IEnumerable<string> keys, Dictionary<string, Tensor> other, IList<string>? skip) =>
                [.. keys.Where(k => !other.ContainsKey(k) && skip?.Contains(k) != true)];

            private static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
        }
    }
}
