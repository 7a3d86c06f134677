namespace GCnn.Layers;

/// <summary>
/// Walks along the places of a strip's outputs: between rows lie places of no output, one or two beside a square, up to half of them
/// beside a hexagon, which need not be computed.
/// </summary>
/// <param name="layout">Where things are.</param>
/// <param name="strip">Which piece.</param>
internal readonly struct OutputPlaces(StripLayout layout, Strip strip)
{
    /// <summary>The place behind the last output.</summary>
    public int End { get; } = layout.PlacesOf(strip);

    /// <summary>The first place of an output at a place or behind it; <see cref="End"/>, or more, if there is none.</summary>
    public int Next(int place)
    {
        (int line, int column) = Math.DivRem(place, layout.Pitch);
        while (place < End)
        {
            int row = line % layout.Rows;
            if (row < strip.Rows)
            {
                (int begin, int end) = layout.Shape.OutputColumns(strip.FirstRow + row);
                if (column < end)
                {
                    return place + Math.Max(0, begin - column);
                }
            }

            (line, column) = (line + 1, 0);
            place = line * layout.Pitch;
        }

        return place;
    }

    /// <summary>How many places from an output's to go on with: up to a gap that is long enough to be left out, and no more than a number.</summary>
    public int RunFrom(int first, int most, int gap)
    {
        for (int place = first; ;)
        {
            (int line, int column) = Math.DivRem(place, layout.Pitch);
            int behind = place + layout.Shape.OutputColumns(strip.FirstRow + (line % layout.Rows)).End - column;
            if (behind - first >= most)
            {
                return most;
            }

            place = Next(behind);
            if (place >= End || place - behind >= gap || place - first >= most)
            {
                return behind - first;
            }
        }
    }

    /// <summary>The tiles of a length that the walk takes.</summary>
    public int Tiles(int length)
    {
        int tiles = 0;
        for (int first = Next(0); first < End; first = Next(first + length))
        {
            tiles++;
        }

        return tiles;
    }
}
