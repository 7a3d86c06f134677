namespace GCnn.Experiments.Predict;

/// <summary>Follows the rows of a table through the images that they are of.</summary>
/// <param name="count">How many images there are.</param>
/// <param name="idAt">The object at a place.</param>
/// <param name="maySkip">Whether an image may have no row.</param>
internal sealed class PlaceFinder(long count, Func<long, string> idAt, bool maySkip)
{
    private long _next;

    /// <summary>Finds the image of the next row.</summary>
    /// <param name="id">The row's object.</param>
    /// <param name="passed">Images before it that have no row.</param>
    /// <returns>Whether it is there.</returns>
    public bool Find(string id, out long passed)
    {
        for (passed = 0; _next < count; passed++)
        {
            bool found = idAt(_next++) == id;
            if (found || !maySkip)
            {
                return found;
            }
        }

        return false;
    }
}
