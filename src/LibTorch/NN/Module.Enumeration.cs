using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Names are paths: submodule.submodule.tensor. A tensor that is registered twice is given once, under its first name.
        public partial class Module
        {
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var own = internalParameters.Select(p => (p.Key, p.Value));
                var below = named_children().SelectMany(c => c.module.named_parameters(), (c, p) => (Below(c.name, p.name), p.parameter));
                return (recurse ? own.Concat(below) : own).DistinctBy(p => p.Item2.Handle);
            }

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var own = internalBuffers.Where(b => include_nonpersistent || b.Value.Persistent).Select(b => (b.Key, b.Value.Tensor));
                var below = named_children().SelectMany(
                    c => c.module.named_buffers(true, include_nonpersistent), (c, b) => (Below(c.name, b.name), b.buffer));
                return (recurse ? own.Concat(below) : own).DistinctBy(b => b.Item2.Handle);
            }

            public virtual IEnumerable<(string name, Module module)> named_children() => internalModules.Select(m => (m.Key, m.Value));

            /// <summary>All modules below this one, which itself is not among them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() => named_children().Concat(
                named_children().SelectMany(c => c.module.named_modules(), (c, m) => (Below(c.name, m.name), m.module)));

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            public virtual IEnumerable<Module> children() => named_children().Select(c => c.module);

            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            public virtual Parameter? get_parameter(string target) => internalParameters.TryGetValue(target, out var own)
                ? own
                : Child(target) is var (child, rest) ? child.get_parameter(rest) : null;

            public virtual Tensor? get_buffer(string target) => internalBuffers.TryGetValue(target, out var own)
                ? own.Tensor
                : Child(target) is var (child, rest) ? child.get_buffer(rest) : null;

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            private static string Below(string module, string name) => $"{module}.{name}";

            private (Module Child, string Path)? Child(string path)
            {
                var dot = path.IndexOf('.', StringComparison.Ordinal);
                if (dot < 0) return null;
                foreach (var (name, module) in named_children())
                {
                    if (name == path[..dot]) return (module, path[(dot + 1)..]);
                }

                return null;
            }
        }
    }
}
