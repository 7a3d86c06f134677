namespace GCnn.Augment;

/// <summary>What each <see cref="WarpPadding"/> puts beyond the ends of an axis.</summary>
internal static class PaddingRule
{
    /// <summary>The pixel that stands for a place of an axis; −1 for zero.</summary>
    public static int Source(WarpPadding padding, int place, int length)
    {
        if ((uint)place < (uint)length)
        {
            return place;
        }

        int round = ((place % (2 * length)) + (2 * length)) % (2 * length);
        return padding switch
        {
            WarpPadding.Border => Math.Clamp(place, 0, length - 1),
            WarpPadding.Reflection => Math.Min(round, (2 * length) - 1 - round),
            _ => -1,
        };
    }
}
