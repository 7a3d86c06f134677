namespace GCnn.Data;

/// <summary>An image in a FITS file.</summary>
/// <param name="Header">The number of its header, from 1.</param>
/// <param name="Channels">Planes; 1 for an image of two axes.</param>
/// <param name="Height">Rows, in the file's order.</param>
/// <param name="Width">Columns.</param>
/// <param name="IsBytes">Whether its pixels are unsigned bytes without scaling.</param>
internal readonly record struct FitsImage(int Header, int Channels, int Height, int Width, bool IsBytes)
{
    /// <summary>Pixels of one plane.</summary>
    public int Area => Height * Width;
}
