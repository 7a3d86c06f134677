using TorchSharp;

namespace GCnn.Augment.Tests;

/// <summary>The warp by its definition: for each pixel of the output the weighted sum of the input's pixels around its place.</summary>
internal static class NaiveWarp
{
    /// <summary>Warps <c>1 x C x H x W</c>, in double precision.</summary>
    public static double[,,] Apply(
        torch.Tensor image, Affine map, ImageSize after, Interpolation interpolation, WarpPadding padding, double keys = -0.5)
    {
        var before = ImageSize.Of(image);
        int channels = (int)image.shape[1];
        double[] values = image.to(torch.ScalarType.Float64).contiguous().data<double>().ToArray();
        double[,,] result = new double[channels, after.Rows, after.Columns];
        for (int c = 0; c < channels; c++)
        {
            for (int row = 0; row < after.Rows; row++)
            {
                for (int column = 0; column < after.Columns; column++)
                {
                    (double x, double y) = Place(map, before, after, column, row);
                    for (int i = (int)Math.Floor(y) - 3; i <= Math.Floor(y) + 4; i++)
                    {
                        for (int j = (int)Math.Floor(x) - 3; j <= Math.Floor(x) + 4; j++)
                        {
                            double weight = Weight(y - i, interpolation, keys) * Weight(x - j, interpolation, keys);
                            if (weight != 0 && Inside(i, before.Rows, padding) is int from and >= 0
                                && Inside(j, before.Columns, padding) is int at and >= 0)
                            {
                                result[c, row, column] += weight * values[(((c * before.Rows) + from) * before.Columns) + at];
                            }
                        }
                    }
                }
            }
        }

        return result;
    }

    /// <summary>The place in the input, in pixels from the middle of the first, that a pixel of the output reads.</summary>
    public static (double X, double Y) Place(Affine map, ImageSize before, ImageSize after, int column, int row)
    {
        (double x, double y) = map.Inverse.Apply(column - ((after.Columns - 1) / 2.0), row - ((after.Rows - 1) / 2.0));
        return (x + ((before.Columns - 1) / 2.0), y + ((before.Rows - 1) / 2.0));
    }

    private static double Weight(double distance, Interpolation interpolation, double a)
    {
        double s = Math.Abs(distance);
        return interpolation switch
        {
            Interpolation.Nearest => s < 0.5 ? 1 : 0,
            Interpolation.Bilinear => Math.Max(0, 1 - s),
            _ when s < 1 => ((((a + 2) * s) - (a + 3)) * s * s) + 1,
            _ when s < 2 => a * ((((((s - 5) * s) + 8) * s)) - 4),
            _ => 0,
        };
    }

    private static int Inside(int i, int length, WarpPadding padding)
    {
        while (padding == WarpPadding.Reflection && (i < 0 || i >= length))
        {
            i = i < 0 ? -1 - i : (2 * length) - 1 - i;
        }

        return padding == WarpPadding.Border ? Math.Clamp(i, 0, length - 1) : i < length ? i : -1;
    }
}
