using System.Text;

namespace GCnn.Experiments.Predict;

/// <summary>Reads rows of CSV one after another and knows where each ended, so that what was torn can be cut off.</summary>
/// <param name="stream">The file, from its beginning.</param>
internal sealed class RowReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly List<byte> _field = [];
    private int _at;
    private int _filled;
    private long _read;
    private bool _lastWasQuote;

    /// <summary>The fields of the last row.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];

    /// <summary>The bytes up to the end of the last whole row.</summary>
    public long End { get; private set; }

    /// <summary>Reads the next row.</summary>
    /// <returns>Whether there was a whole one, with its line feed; false at the end, and before a torn row.</returns>
    public bool Read()
    {
        var fields = new List<string>();
        bool quoted = false;
        _field.Clear();
        _lastWasQuote = false;
        for (int next = Next(); next >= 0; next = Next())
        {
            switch ((char)next)
            {
                // A doubled quote closes and opens again; the second of them is part of the field.
                case '"':
                    if (!quoted && _lastWasQuote)
                    {
                        _field.Add((byte)'"');
                    }

                    quoted = !quoted;
                    _lastWasQuote = !quoted;
                    continue;
                case ',' when !quoted:
                    fields.Add(Taken());
                    break;
                case '\n' when !quoted:
                    fields.Add(Taken());
                    (Fields, End) = (fields, _read);
                    return true;
                default:
                    _field.Add((byte)next);
                    break;
            }

            _lastWasQuote = false;
        }

        return false;
    }

    private string Taken()
    {
        string field = Encoding.UTF8.GetString([.. _field]);
        _field.Clear();
        return field;
    }

    private int Next()
    {
        if (_at == _filled)
        {
            (_at, _filled) = (0, stream.Read(_buffer));
            if (_filled == 0)
            {
                return -1;
            }
        }

        _read++;
        return _buffer[_at++];
    }
}
