using System.Collections;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules in a row, each named by its position. It has no <c>forward</c>: its owner says how they are used.</summary>
    public class ModuleList<T> : nn.Module, IList<T>
        where T : nn.Module
    {
        private readonly List<T> list;

        public ModuleList(params T[] modules)
            : base("ModuleList")
        {
            list = [.. modules];
            Renumber();
        }

        public int Count => list.Count;

        public bool IsReadOnly => false;

        public T this[int index]
        {
            get => list[index];
            set => Change(() => list[index] = value);
        }

        public void Add(T item) => Change(() => list.Add(item));

        public void append(params T[] parameters) => Change(() => list.AddRange(parameters));

        public void extend(IEnumerable<T> modules) => Change(() => list.AddRange(modules));

        public void Insert(int index, T item) => Change(() => list.Insert(index, item));

        public void RemoveAt(int index) => Change(() => list.RemoveAt(index));

        public bool Remove(T item)
        {
            var removed = list.Remove(item);
            Renumber();
            return removed;
        }

        public void Clear() => Change(list.Clear);

        public bool Contains(T item) => list.Contains(item);

        public int IndexOf(T item) => list.IndexOf(item);

        public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

        public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>The members are registered as they come and go.</summary>
        protected override void RegisterComponents()
        {
        }

        private void Change(Action change)
        {
            change();
            Renumber();
        }

        private void Renumber()
        {
            ClearModules();
            for (var i = 0; i < list.Count; i++) register_module(i.ToString(), list[i]);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            public static ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module => new(modules);
        }
    }
}
