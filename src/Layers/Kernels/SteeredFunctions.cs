using System.Runtime.CompilerServices;
using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Functions that are the coefficients of kernels in scalar filters, with rows <c>(field that is read, filter)</c>.</summary>
internal sealed class SteeredFunctions : FieldFunctions
{
    private readonly int _sources;
    private readonly int _targets;
    private readonly int _perSource;

    /// <summary>For each field that is read and each that is written where their weights begin, and which terms they have.</summary>
    private readonly (int FirstWeight, (int Kernel, double Factor)[][] Terms)[] _pairs;

    /// <summary>Reads the coefficients off the kernels.</summary>
    /// <param name="kernels">The kernels of the convolution.</param>
    /// <param name="transposed">Whether its outputs are what is read.</param>
    public SteeredFunctions(FieldKernels kernels, bool transposed)
    {
        (int inputs, int outputs) = (kernels.InputType.Fields.Count, kernels.OutputType.Fields.Count);
        (_sources, _targets) = transposed ? (outputs, inputs) : (inputs, outputs);
        _perSource = kernels.Filters.Count * kernels.Filters.Group.Order;
        _pairs = new (int, (int, double)[][])[_sources * _targets];
        Dictionary<KernelSpace, (int, double)[][]> known = [];
        foreach (KernelBlock block in kernels.Blocks)
        {
            if (!known.TryGetValue(block.Kernels, out (int, double)[][]? terms))
            {
                known[block.Kernels] = terms = TermsOf(block.Kernels, transposed);
            }

            for (int pair = 0; pair < block.Output.Fields * block.Input.Fields; pair++)
            {
                (int output, int input) = Math.DivRem(pair, block.Input.Fields);
                (output, input) = (output + block.Output.FirstField, input + block.Input.FirstField);
                _pairs[transposed ? (output * _targets) + input : (input * _targets) + output] =
                    (block.FirstWeight + (pair * block.Kernels.Dimension), terms);
            }
        }
    }

    public override int Length => _sources * _perSource * _targets;

    [MethodImpl(Compiled.AtOnce)]
    public override void Make<T>(ReadOnlySpan<T> weights, Span<T> functions)
    {
        for (int pair = 0; pair < _pairs.Length; pair++)
        {
            ((int source, int target), (int first, (int, double)[][] terms)) = (Math.DivRem(pair, _targets), _pairs[pair]);
            int start = (source * _perSource * _targets) + target;
            for (int at = 0; at < terms.Length; at++)
            {
                T sum = T.Zero;
                foreach ((int kernel, double factor) in terms[at])
                {
                    sum += T.CreateTruncating(factor) * weights[first + kernel];
                }

                functions[start + (at * _targets)] = sum;
            }
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    public override void AddGradient<T>(ReadOnlySpan<T> functions, Span<T> gradient)
    {
        for (int pair = 0; pair < _pairs.Length; pair++)
        {
            ((int source, int target), (int first, (int, double)[][] terms)) = (Math.DivRem(pair, _targets), _pairs[pair]);
            int start = (source * _perSource * _targets) + target;
            for (int at = 0; at < terms.Length; at++)
            {
                T value = functions[start + (at * _targets)];
                foreach ((int kernel, double factor) in terms[at])
                {
                    gradient[first + kernel] += T.CreateTruncating(factor) * value;
                }
            }
        }
    }

    /// <summary>For each filter and element <c>h</c> the coefficient <c>c[h⁻¹·o₀, i₀, b]</c>, transposed <c>c[o₀, h⁻¹·i₀, b]</c>, in basis kernels.</summary>
    private static (int Kernel, double Factor)[][] TermsOf(KernelSpace kernels, bool transposed)
    {
        (Representation source, Representation target) = transposed ? (kernels.Output, kernels.Input) : (kernels.Input, kernels.Output);
        ILookup<(int, int), KernelTerm> terms = kernels.Terms.ToArray()
            .Where(term => (transposed ? term.Output : term.Input) == 0)
            .ToLookup(term => (term.Filter, transposed ? term.Input : term.Output));
        FiniteGroup point = kernels.Filters.Group.PointGroup;
        double share = (double)source.Dimension / point.Order;
        return
        [
            .. from filter in Enumerable.Range(0, kernels.Filters.Count)
               from h in Enumerable.Range(0, point.Order)
               let channel = ((PermutationRepresentation)target).Act(point.Inverse(h), 0)
               select terms[(filter, channel)].Select(term => (term.Kernel, share * term.Value)).ToArray(),
        ];
    }
}
