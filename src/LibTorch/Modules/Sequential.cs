using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules one after the other; unnamed ones are named by their position.</summary>
    public class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<(string Name, nn.IModule<Tensor, Tensor> Module)> steps = [];

        protected Sequential(params nn.Module<Tensor, Tensor>[] modules)
            : this()
        {
            foreach (var module in modules) append(module);
        }

        protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
            : this()
        {
            foreach (var (name, module) in modules) append(name, module);
        }

        internal Sequential()
            : base(nameof(Sequential))
        {
        }

        public int Count => steps.Count;

        public nn.IModule<Tensor, Tensor> this[int index] => steps[index].Module;

        public Sequential this[Range index]
        {
            get
            {
                var part = new Sequential();
                foreach (var (name, module) in CollectionsMarshal.AsSpan(steps)[index]) part.append(name, module);
                return part;
            }
        }

        public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

        public Sequential append(nn.IModule<Tensor, Tensor> module) => append(Count.ToString(), module);

        public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
        {
            register_module(name, (nn.Module)module);
            steps.Add((name, module));
            return this;
        }

        public override Tensor forward(Tensor tensor)
        {
            if (steps.Count == 0) return tensor.alias();
            var result = tensor;
            foreach (var (_, module) in steps)
            {
                var next = module.call(result);

                // What lies between two steps is nobody else's; the graph keeps what it needs of it.
                if (!ReferenceEquals(result, tensor) && !ReferenceEquals(result, next)) result.Dispose();
                result = next;
            }

            return result;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Sequential Sequential() => new();

            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
                Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
                Sequential((IEnumerable<(string, Module<Tensor, Tensor>)>)modules);

            public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
                Sequential((IEnumerable<Tuple<string, Module<Tensor, Tensor>>>)modules);

            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
                modules.Aggregate(new Sequential(), (net, module) => net.append(module));

            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
                modules.Aggregate(new Sequential(), (net, module) => net.append(module.name, module.submodule));

            public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
                modules.Aggregate(new Sequential(), (net, module) => net.append(module.Item1, module.Item2));
        }
    }
}
