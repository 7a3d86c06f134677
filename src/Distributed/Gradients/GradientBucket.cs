using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Distributed;

/// <summary>
/// Gradients of neighbouring parameters that are added up over all processes in one operation, and for each parameter how many processes
/// have a gradient.
/// </summary>
/// <remarks>
/// So a parameter that no process has a gradient for keeps none, as in one process, and one that only some have gets their sum everywhere.
/// </remarks>
internal abstract class GradientBucket : IDisposable
{
    private readonly List<(Parameter Parameter, int Start, int Length)> _parts = [];
    private readonly bool[] _cleared;
    private readonly bool[] _late;

    private protected GradientBucket(IReadOnlyList<Parameter> parameters)
    {
        int start = 0;
        foreach (Parameter parameter in parameters)
        {
            int length = checked((int)parameter.numel());
            _parts.Add((parameter, start, length));
            start = checked(start + length);
        }

        (_cleared, _late) = (new bool[parameters.Count], new bool[parameters.Count]);
        Numbers = start + parameters.Count;
    }

    /// <summary>The numbers that are added up.</summary>
    public int Numbers { get; }

    /// <summary>The bytes that they are.</summary>
    public abstract long Bytes { get; }

    /// <summary>How often it has been added up.</summary>
    public int Sums { get; private set; }

    /// <summary>The sum that goes on, or null.</summary>
    public Reduction? Running { get; private set; }

    /// <summary>
    /// Whether the gradients of all its parameters are those of the whole backward pass, as far as can be told before its end.
    /// </summary>
    public bool IsReady => Enumerable.Range(0, _parts.Count).All(i => !_parts[i].Parameter.requires_grad || (!_late[i] && Has(i)));

    /// <summary>
    /// Before the last backward pass: a gradient of zeros is put away, so that the new one is seen when it comes. Others are being
    /// accumulated, and it can be told only at the end that they are whole.
    /// </summary>
    public void Prepare()
    {
        Running = null;
        for (int i = 0; i < _parts.Count; i++)
        {
            using var scope = NewDisposeScope();
            Parameter parameter = _parts[i].Parameter;
            Tensor? gradient = parameter.grad;
            _cleared[i] = gradient is not null && !gradient.ne(0).any().item<bool>();
            _late[i] = gradient is not null && !_cleared[i];
            if (_cleared[i])
            {
                parameter.grad = null;
            }
        }
    }

    /// <summary>Takes the gradients and begins to add them up.</summary>
    public void Start(Communicator all)
    {
        int flags = Numbers - _parts.Count;
        for (int i = 0; i < _parts.Count; i++)
        {
            using var scope = NewDisposeScope();
            (Parameter parameter, int start, int length) = _parts[i];
            Tensor? gradient = parameter.requires_grad ? parameter.grad : null;
            Take(gradient?.detach().cpu().contiguous(), start, length, flags + i);
        }

        Running = Begin(all);
        Sums++;
    }

    /// <summary>Waits for the sums and makes them the parameters' gradients.</summary>
    public void Finish()
    {
        Running!.Wait();
        using IDisposable noGrad = no_grad();
        int flags = Numbers - _parts.Count;
        for (int i = 0; i < _parts.Count; i++)
        {
            (Parameter parameter, int start, int length) = _parts[i];
            if (!parameter.requires_grad || (!_cleared[i] && !IsSet(flags + i)))
            {
                continue;
            }

            using var scope = NewDisposeScope();
            Tensor gradient = empty(parameter.shape, parameter.dtype);
            Give(gradient, start, length);
            parameter.grad = gradient.to(parameter.device);
        }
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Writes a gradient, or zeros, and whether there is one.</summary>
    private protected abstract void Take(Tensor? gradient, int start, int length, int flag);

    /// <summary>Reads a gradient.</summary>
    private protected abstract void Give(Tensor gradient, int start, int length);

    /// <summary>Whether a number is not 0.</summary>
    private protected abstract bool IsSet(int number);

    /// <summary>Begins to add up.</summary>
    private protected abstract Reduction Begin(Communicator all);

    private bool Has(int i)
    {
        using Tensor? gradient = _parts[i].Parameter.grad;
        return gradient is not null;
    }
}
