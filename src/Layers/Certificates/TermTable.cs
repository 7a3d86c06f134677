using System.Numerics;

namespace GCnn.Layers;

/// <summary>
/// What the numbers along one axis of a net are made of, as terms that are equal when the numbers are equal for all weights and images.
/// Each distinct term has a number, so that terms are compared by number.
/// </summary>
/// <remarks>
/// A term is a pixel of the input, or an operation of a layer on terms. A maximum of maxima is the maximum of all, and a sum of sums the
/// sum of all. The reversed term is what the same number would be if the input's axis ran backwards: layers are equivariant, so
/// reversed taps of a window meet reversed pixels.
/// </remarks>
/// <param name="pixels">The number of pixels along the input's axis.</param>
internal sealed class TermTable(int pixels)
{
    private readonly Dictionary<Term, int> _numbers = [];
    private readonly List<Term> _terms = [];
    private readonly Dictionary<int, int> _reversed = [];

    private enum Kind
    {
        Pixel,
        Constant,
        InOrder,
        AtOnce,
        Unordered,
        Maximum,
        Longest,
        Sum,
    }

    /// <summary>What padding adds.</summary>
    public int Constant => Mark(0);

    /// <summary>A number that no image changes, told from others by a mark.</summary>
    public int Mark(int mark) => Number(new Term(Kind.Constant, mark, []));

    /// <summary>A pixel of the input.</summary>
    public int Pixel(int position) => Number(new Term(Kind.Pixel, position, []));

    /// <summary>What a layer makes of terms that stand in a row.</summary>
    public int InOrder(int layer, IReadOnlyList<int> terms) => Number(new Term(Kind.InOrder, layer, [.. terms]));

    /// <summary>What a layer makes of terms that stand at the same place, such as branches.</summary>
    public int AtOnce(int layer, IReadOnlyList<int> terms) => Number(new Term(Kind.AtOnce, layer, [.. terms]));

    /// <summary>What a layer makes of one term: an affine map of each summand, or a function of each number that is compared.</summary>
    public int Of(int layer, int term, Preserved preserved) =>
        preserved.HasFlag(Preserved.Means)
            ? Sum([.. Summands((term, BigInteger.One)).Select(part => (AtOnce(layer, [part.Term]), part.Weight)), (AtOnce(layer, []), 1)])
            : preserved.HasFlag(Preserved.Maxima) && _terms[term].Kind == Kind.Maximum
                ? Maximum(_terms[term].Parts.Select(part => AtOnce(layer, [part])))
                : AtOnce(layer, [term]);

    /// <summary>What a layer makes of terms without regard to their order.</summary>
    public int Unordered(int layer, IReadOnlyList<int> terms) => Number(new Term(Kind.Unordered, layer, [.. terms.Order()]));

    /// <summary>The largest of the terms.</summary>
    public int Maximum(IEnumerable<int> terms) => Largest(Kind.Maximum, terms);

    /// <summary>The field's vector of largest norm among the terms.</summary>
    public int Longest(IEnumerable<int> terms) => Largest(Kind.Longest, terms);

    /// <summary>The sum of the terms times their weights; a constant is 0.</summary>
    public int Sum(IEnumerable<(int Term, BigInteger Weight)> summands)
    {
        SortedDictionary<int, BigInteger> total = [];
        foreach ((int term, BigInteger weight) in summands
            .Where(summand => _terms[summand.Term].Kind != Kind.Constant).SelectMany(Summands))
        {
            total[term] = total.GetValueOrDefault(term) + weight;
        }

        return Number(new Term(Kind.Sum, 0, [.. total.Keys], [.. total.Values]));
    }

    /// <summary>The term with the input's axis reversed.</summary>
    public int Reversed(int number)
    {
        if (!_reversed.TryGetValue(number, out int reversed))
        {
            Term term = _terms[number];
            int[] parts = [.. term.Parts.Select(Reversed)];
            reversed = term.Kind switch
            {
                Kind.Pixel => Pixel(pixels - 1 - term.Layer),
                Kind.InOrder => InOrder(term.Layer, [.. parts.Reverse()]),
                Kind.Unordered => Unordered(term.Layer, parts),
                Kind.Maximum or Kind.Longest => Largest(term.Kind, parts),
                Kind.Sum => Sum(parts.Zip(term.Weights!)),
                _ => Number(term.Of(parts)),
            };
            _reversed.Add(number, reversed);
        }

        return reversed;
    }

    private int Largest(Kind kind, IEnumerable<int> terms) =>
        Number(new Term(kind, 0, [.. terms.SelectMany(t => _terms[t].Kind == kind ? _terms[t].Parts : [t]).Distinct().Order()]));

    private IEnumerable<(int Term, BigInteger Weight)> Summands((int Term, BigInteger Weight) summand)
    {
        Term term = _terms[summand.Term];
        return term.Kind == Kind.Sum ? term.Parts.Zip(term.Weights!, (part, weight) => (part, weight * summand.Weight)) : [summand];
    }

    private int Number(Term term)
    {
        if (!_numbers.TryGetValue(term, out int number))
        {
            number = _terms.Count;
            _numbers.Add(term, number);
            _terms.Add(term);
        }

        return number;
    }

    private sealed record Term(Kind Kind, int Layer, int[] Parts, BigInteger[]? Weights = null)
    {
        private readonly int _hash = Hash(Kind, Layer, Parts, Weights);

        public bool Equals(Term? other) => other is not null && _hash == other._hash && Kind == other.Kind && Layer == other.Layer
            && Parts.AsSpan().SequenceEqual(other.Parts) && (Weights ?? []).AsSpan().SequenceEqual(other.Weights ?? []);

        public override int GetHashCode() => _hash;

        public Term Of(int[] parts) => new(Kind, Layer, parts, Weights);

        private static int Hash(Kind kind, int layer, int[] parts, BigInteger[]? weights)
        {
            HashCode hash = default;
            hash.Add(kind);
            hash.Add(layer);
            Array.ForEach(parts, hash.Add);
            Array.ForEach(weights ?? [], hash.Add);
            return hash.ToHashCode();
        }
    }
}
