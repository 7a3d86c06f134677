namespace GCnn.Data;

/// <summary>The rule for values that are not finite.</summary>
internal static class FiniteValues
{
    /// <summary>Replaces values that are not finite, or refuses the image.</summary>
    /// <exception cref="InvalidDataException">There is one, and the rule is to refuse; a clause with the image as its subject.</exception>
    public static Planes Checked(Planes image, SourceOptions options)
    {
        var values = image.Values;
        for (var i = 0; i < values.Length; i++)
        {
            if (float.IsFinite(values[i]))
                continue;
            if (options.NotFinite == NotFiniteRule.Refuse)
                throw Refusal(image, i);
            values[i] = options.Replacement;
        }

        return image;
    }

    private static InvalidDataException Refusal(Planes image, int first)
    {
        var count = image.Values.Count(value => !float.IsFinite(value));
        var (row, column) = Math.DivRem(first % (image.Height * image.Width), image.Width);
        return new($"has {count} values that are not finite, the first in channel {first / (image.Height * image.Width)}, row {row}, "
            + $"column {column}; SourceOptions.NotFinite can have them replaced");
    }
}
