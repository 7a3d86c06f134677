namespace GCnn.Images;

/// <summary>A colour of 8 bits a channel.</summary>
public readonly record struct RgbColour(byte Red, byte Green, byte Blue)
{
    /// <summary>White.</summary>
    public static RgbColour White => new(255, 255, 255);

    /// <summary>Black.</summary>
    public static RgbColour Black => new(0, 0, 0);

    /// <summary>The number by which libgd knows it.</summary>
    internal int Packed => (Red << 16) | (Green << 8) | Blue;
}
