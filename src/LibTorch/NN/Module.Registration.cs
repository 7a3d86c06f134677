using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private readonly OrderedDictionary<string, Parameter> internalParameters = [];
            private readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> internalBuffers = [];
            private readonly OrderedDictionary<string, Module> internalModules = [];
            private bool areComponentsRegistered;

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null or { IsInvalid: true })
                {
                    throw new ArgumentNullException(nameof(param), $"Parameter '{name}' is null or disposed.");
                }

                if (!internalParameters.TryAdd(name, param))
                {
                    throw new InvalidOperationException($"Parameter '{name}' is already registered.");
                }

                param.DetachFromDisposeScope();
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null or { IsInvalid: true })
                {
                    throw new ArgumentNullException(nameof(tensor), $"Buffer '{name}' is null or disposed.");
                }

                if (!internalBuffers.TryAdd(name, (tensor, persistent)))
                {
                    throw new InvalidOperationException($"Buffer '{name}' is already registered.");
                }

                tensor.DetachFromDisposeScope();
            }

            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                if (name is "" || name.Contains('.'))
                {
                    throw new ArgumentException(
                        $"'{name}' cannot name a submodule: names are not empty and have no '.', which separates them.", nameof(name));
                }

                submodule.RegisterComponents();
                if (!internalModules.TryAdd(name, submodule))
                {
                    throw new InvalidOperationException($"Submodule '{name}' is already registered.");
                }
            }

            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>
            /// Registers every field that holds a module, a parameter or a tensor and has not been registered under its name before.
            /// Call it at the end of the constructor.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (areComponentsRegistered) return;
                areComponentsRegistered = true;
                foreach (var field in Fields(GetType()))
                {
                    var component = field.ComponentName();
                    if (IsRegistered(component)) continue;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(component, module); break;
                        case Parameter parameter: register_parameter(component, parameter); break;
                        case Tensor tensor: register_buffer(component, tensor); break;
                        default: break;
                    }
                }
            }

            /// <summary>Puts a parameter in the place of the one of that name, at the end if there is none; null removes it.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null) internalParameters.Remove(name);
                else internalParameters[name] = Owned(value);
            }

            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null) internalBuffers.Remove(name);
                else internalBuffers[name] = (value.DetachFromDisposeScope(), persistent);
            }

            protected void ClearModules() => internalModules.Clear();

            private bool IsRegistered(string name) =>
                internalModules.ContainsKey(name) || internalParameters.ContainsKey(name) || internalBuffers.ContainsKey(name);

            private static Parameter Owned(Parameter parameter)
            {
                parameter.DetachFromDisposeScope();
                return parameter;
            }

            // From the type itself up to this class; a field that hides one of its base comes first and wins.
            private static IEnumerable<FieldInfo> Fields(Type type)
            {
                const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                for (var t = type; t is not null && t != typeof(Module); t = t.BaseType)
                {
                    foreach (var field in t.GetFields(Own)) yield return field;
                }
            }
        }
    }
}
