using GCnn.Data;

namespace GCnn.Experiments.Predict;

/// <summary>The images of one rank in the order of the data. A rank of several keeps a number of 32 bits for each of its images, the only
/// one keeps nothing.</summary>
internal sealed class ImageOrder
{
    private readonly List<int>? _numbers;

    private ImageOrder(long count, List<int>? numbers) => (Count, _numbers) = (count, numbers);

    /// <summary>How many there are.</summary>
    public long Count { get; }

    /// <summary>The number of the image at a place.</summary>
    /// <param name="place">From 0 to <see cref="Count"/> - 1.</param>
    public long this[long place] => _numbers is null ? place : _numbers[(int)place];

    /// <summary>The first images of all.</summary>
    /// <param name="count">How many.</param>
    public static ImageOrder First(long count) => new(count, null);

    /// <summary>The images of a rank.</summary>
    /// <param name="images">All images.</param>
    /// <param name="shard">The rank.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DataException">There are too many images to be divided.</exception>
    public static ImageOrder Of(ObjectImages images, Shard shard, CancellationToken cancellation)
    {
        if (shard.Ranks == 1)
        {
            return First(images.Count);
        }

        if (images.Count > int.MaxValue)
        {
            throw new DataException(
                $"'{images.Location}' has {images.Count} images; at most {int.MaxValue} are divided among ranks. Give a part at a time.");
        }

        var numbers = new List<int>();
        for (int i = 0; i < images.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (shard.Holds(images.IdOf(i)))
            {
                numbers.Add(i);
            }
        }

        return new ImageOrder(numbers.Count, numbers);
    }

    /// <summary>The numbers of the images from one place on.</summary>
    /// <param name="place">The first place.</param>
    /// <param name="most">No more than so many.</param>
    public long[] From(long place, int most)
    {
        var numbers = new long[(int)Math.Min(most, Count - place)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = this[place + i];
        }

        return numbers;
    }
}
