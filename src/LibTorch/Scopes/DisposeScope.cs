namespace TorchSharp;

/// <summary>
/// Owns the tensors made on its thread while it is the innermost scope, and disposes those that were not moved out or
/// detached when it ends.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? innermost;

    private readonly HashSet<IDisposable> owned = new(ReferenceEqualityComparer.Instance);
    private readonly DisposeScope? outer;
    private bool ended;

    internal DisposeScope()
    {
        outer = innermost;
        innermost = this;
    }

    internal static DisposeScope? Current => innermost;

    public int DisposablesCount => owned.Count;

    public IReadOnlyList<IDisposable> DisposablesView => [.. owned];

    public bool Contains(IDisposable disposable) => owned.Contains(disposable);

    public void Attach(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope?.owned.Remove(tensor);
            tensor.Scope = this;
        }

        owned.Add(disposable);
    }

    public void Attach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) Attach(disposable);
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        owned.Remove(disposable);
        if (disposable is torch.Tensor tensor) tensor.Scope = null;
        return disposable;
    }

    public void Detach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) Detach(disposable);
    }

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(outer, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    public void MoveToOuter(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) MoveToOuter(disposable);
    }

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Detach(disposable);
        scope?.Attach((IDisposable)disposable);
        return disposable;
    }

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        Release(except: [keep]);
        return keep;
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => Release(keep);

    public void DisposeEverything() => Release([]);

    /// <summary>Forgets an object that has been disposed elsewhere.</summary>
    public void MarkAsDisposed(IDisposable disposable) => owned.Remove(disposable);

    public void Dispose()
    {
        if (ended) return;
        ended = true;
        Release([]);

        // Scopes end in the reverse order of their beginning; one that ends early leaves the chain without cutting it.
        if (innermost == this) innermost = outer;
        while (innermost is { ended: true }) innermost = innermost.outer;
    }

    private void Release(ReadOnlySpan<IDisposable> except)
    {
        var all = owned.ToArray();
        owned.Clear();
        foreach (var disposable in all)
        {
            if (Holds(except, disposable)) owned.Add(disposable);
            else disposable.Dispose();
        }
    }

    private static bool Holds(ReadOnlySpan<IDisposable> list, IDisposable disposable)
    {
        foreach (var item in list)
        {
            if (ReferenceEquals(item, disposable)) return true;
        }

        return false;
    }
}
