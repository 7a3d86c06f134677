using System.Globalization;

namespace GCnn.Data;

/// <summary>The dictionary in an NPY header.</summary>
/// <param name="Description">The numbers' type: "&lt;f4".</param>
/// <param name="FortranOrder">Whether the first axis runs fastest.</param>
/// <param name="Shape">The axes.</param>
internal sealed record NpyDictionary(string Description, bool FortranOrder, IReadOnlyList<long> Shape)
{
    /// <summary>Reads <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</c>: these three entries, each once, in any
    /// order.</summary>
    /// <exception cref="InvalidDataException">It is anything else; a clause with the file as its subject.</exception>
    public static NpyDictionary Parse(string text)
    {
        var reader = new Reader(text);
        var (description, fortran, shape) = ((string?)null, (bool?)null, (IReadOnlyList<long>?)null);
        reader.Take('{');
        while (!reader.Skips('}'))
        {
            var key = reader.Quoted();
            reader.Take(':');
            switch (key)
            {
                case "descr" when description is null:
                    description = reader.Description();
                    break;
                case "fortran_order" when fortran is null:
                    fortran = reader.Boolean();
                    break;
                case "shape" when shape is null:
                    shape = reader.Tuple();
                    break;
                default:
                    throw Bad($"an unknown or second '{key}'");
            }

            if (!reader.Skips(','))
            {
                reader.Take('}');
                break;
            }
        }

        reader.TakeEnd();
        return new(description ?? throw Bad("no 'descr'"), fortran ?? throw Bad("no 'fortran_order'"), shape ?? throw Bad("no 'shape'"));
    }

    private static InvalidDataException Bad(string what) => new($"has an NPY header that cannot be understood: {what}");

    /// <summary>A place in the text.</summary>
    private sealed class Reader(string text)
    {
        private const int MaximumAxes = 32;
        private int _at;

        public bool Skips(char letter)
        {
            SkipSpace();
            var found = _at < text.Length && text[_at] == letter;
            _at += found ? 1 : 0;
            return found;
        }

        public void Take(char letter)
        {
            if (!Skips(letter))
                throw Bad($"{Here()} where '{letter}' should be");
        }

        public void TakeEnd()
        {
            SkipSpace();
            if (_at < text.Length)
                throw Bad($"{Here()} behind its end");
        }

        public string Quoted()
        {
            var quote = Skips('"') ? '"' : '\'';
            if (quote == '\'')
                Take('\'');
            var end = text.IndexOf(quote, _at);
            if (end < 0)
                throw Bad("a quote that is not closed");
            var word = text[_at..end];
            _at = end + 1;
            return word;
        }

        /// <summary>The type of the numbers; a list of fields is refused.</summary>
        public string Description() => Skips('[')
            ? throw new InvalidDataException("holds records of several fields; save the field with the images by itself")
            : Quoted();

        public bool Boolean()
        {
            SkipSpace();
            foreach (var (word, value) in ((string, bool)[])[("True", true), ("False", false)])
            {
                if (string.CompareOrdinal(text, _at, word, 0, word.Length) == 0)
                {
                    _at += word.Length;
                    return value;
                }
            }

            throw Bad($"{Here()} where True or False should be");
        }

        public List<long> Tuple()
        {
            var numbers = new List<long>();
            Take('(');
            while (!Skips(')'))
            {
                numbers.Add(Number());
                if (numbers.Count > MaximumAxes)
                    throw Bad($"a shape of more than {MaximumAxes} axes");
                if (!Skips(','))
                {
                    Take(')');
                    break;
                }
            }

            return numbers;
        }

        private long Number()
        {
            SkipSpace();
            var from = _at;
            while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || (text[_at] == '-' && _at == from)))
                _at++;
            var word = text[from.._at];
            if (!long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                throw Bad(word.Length == 0 ? $"{Here()} where a number should be" : $"an axis of {word}");
            return number >= 0 ? number : throw Bad($"an axis of {number}");
        }

        private void SkipSpace()
        {
            while (_at < text.Length && text[_at] is ' ' or '\n' or '\t')
                _at++;
        }

        private string Here() => _at < text.Length ? $"'{text[_at]}'" : "its end";
    }
}
