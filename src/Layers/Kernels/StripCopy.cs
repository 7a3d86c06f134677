using System.Numerics;
using System.Runtime.CompilerServices;
using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Copies between batches of images and strips.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal static unsafe class StripCopy<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Fills the planes of a strip with the pixels that its windows read, zeros outside the image.</summary>
    /// <param name="layout">Where things go.</param>
    /// <param name="strip">Which piece.</param>
    /// <param name="channels">The channels of the input.</param>
    /// <param name="input">The batch, <c>images x channels x height x width</c>.</param>
    /// <param name="planes">The strip's planes.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Read(StripLayout layout, Strip strip, int channels, T* input, T* planes)
    {
        CorrelationShape shape = layout.Shape;
        int image = shape.Height * shape.Width;
        for (int channel = 0; channel < channels; channel++)
        {
            for (int number = 0; number < layout.Phases.Length; number++)
            {
                (int Row, int Column) phase = layout.Phases[number];
                T* plane = planes + ((long)channel * layout.Channel) + ((long)number * layout.Plane);
                for (int i = 0; i < strip.Images; i++)
                {
                    T* pixels = input + ((((long)strip.FirstImage + i) * channels) + channel) * image;
                    ReadPlane(layout, strip, phase, pixels, plane + ((long)i * layout.Rows * layout.Pitch));
                }

                int used = strip.Images * layout.Rows * layout.Pitch;
                new Span<T>(plane + used, layout.Plane - used).Clear();
            }
        }

        long filled = (long)channels * layout.Channel;
        new Span<T>(planes + filled, (int)(layout.Length - filled)).Clear();
    }

    /// <summary>Fills planes of the strip's output places with the batch's numbers, zeros between them and off the hexagon.</summary>
    /// <param name="layout">Where things go.</param>
    /// <param name="strip">Which piece.</param>
    /// <param name="channels">The channels of the output.</param>
    /// <param name="output">The batch of outputs, <c>images x channels x height x width</c>.</param>
    /// <param name="planes">One plane for each channel, and a tile of zeros behind.</param>
    /// <param name="tile">The length of the tile.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void ReadOutput(StripLayout layout, Strip strip, int channels, T* output, T* planes, int tile)
    {
        CorrelationShape shape = layout.Shape;
        new Span<T>(planes, (channels * layout.Plane) + tile).Clear();
        for (int channel = 0; channel < channels; channel++)
        {
            for (int i = 0; i < strip.Images; i++)
            {
                T* from = output + ((((((long)strip.FirstImage + i) * channels) + channel) * shape.OutputHeight) + strip.FirstRow)
                    * shape.OutputWidth;
                T* to = planes + ((long)channel * layout.Plane) + ((long)i * layout.Rows * layout.Pitch);
                for (int row = 0; row < strip.Rows; row++)
                {
                    (int begin, int end) = shape.OutputColumns(strip.FirstRow + row);
                    Copy(from + ((long)row * shape.OutputWidth) + begin, to + ((long)row * layout.Pitch) + begin, end - begin);
                }
            }
        }
    }

    /// <summary>Writes those of a run of places that belong to outputs.</summary>
    /// <param name="layout">Where things are.</param>
    /// <param name="strip">Which piece.</param>
    /// <param name="first">The first place of the run.</param>
    /// <param name="length">The places of the run.</param>
    /// <param name="rows">The rows of the run.</param>
    /// <param name="stride">The numbers from one of these to the next.</param>
    /// <param name="channels">For each row the channel that it is, or −1 for none.</param>
    /// <param name="output">The batch of outputs.</param>
    /// <param name="outputChannels">The channels of the output.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Write(
        StripLayout layout, Strip strip, int first, int length, T* rows, int stride, int[] channels, T* output, int outputChannels)
    {
        long image = (long)layout.Shape.OutputHeight * layout.Shape.OutputWidth;
        Span<Piece> pieces = stackalloc Piece[(length / layout.Pitch) + 2];
        pieces = pieces[..Pieces(layout, strip, (first, length), image * outputChannels, pieces)];
        for (int r = 0; r < channels.Length; r++)
        {
            if (channels[r] >= 0)
            {
                T* from = rows + ((long)r * stride), to = output + (channels[r] * image);
                foreach (Piece piece in pieces)
                {
                    Copy(from + piece.Place, to + piece.Pixel, piece.Count);
                }
            }
        }
    }

    /// <summary>Cuts a run of places into parts of the output's rows.</summary>
    private static int Pieces(StripLayout layout, Strip strip, (int First, int Length) run, long image, Span<Piece> pieces)
    {
        int count = 0, next;
        for (int done = 0; done < run.Length; done = next)
        {
            (int line, int column) = Math.DivRem(run.First + done, layout.Pitch);
            (int i, int row) = Math.DivRem(line, layout.Rows);
            next = Math.Min(run.Length, done + layout.Pitch - column);
            if (i < strip.Images && row < strip.Rows)
            {
                int y = strip.FirstRow + row;
                (int begin, int end) = layout.Shape.OutputColumns(y);
                begin = Math.Max(begin, column);
                end = Math.Min(end, column + next - done);
                if (begin < end)
                {
                    long pixel = ((strip.FirstImage + i) * image) + ((long)y * layout.Shape.OutputWidth) + begin;
                    pieces[count++] = new Piece(done + begin - column, pixel, end - begin);
                }
            }
        }

        return count;
    }

    /// <summary>Adds the planes of a strip to the pixels that <see cref="Read"/> reads them from; its transpose.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void AddBack(StripLayout layout, Strip strip, int channels, T* planes, T* image)
    {
        CorrelationShape shape = layout.Shape;
        int size = shape.Height * shape.Width;
        for (int channel = 0; channel < channels; channel++)
        {
            for (int number = 0; number < layout.Phases.Length; number++)
            {
                (int Row, int Column) phase = layout.Phases[number];
                T* plane = planes + ((long)channel * layout.Channel) + ((long)number * layout.Plane);
                for (int i = 0; i < strip.Images; i++)
                {
                    T* pixels = image + ((((long)strip.FirstImage + i) * channels) + channel) * size;
                    AddPlane(layout, strip, phase, plane + ((long)i * layout.Rows * layout.Pitch), pixels);
                }
            }
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void AddPlane(StripLayout layout, Strip strip, (int Row, int Column) phase, T* plane, T* pixels)
    {
        CorrelationShape shape = layout.Shape;
        (int begin, int end, int offset) = Columns(layout, phase.Column);
        for (int row = 0; row < layout.Rows; row++)
        {
            int y = ((strip.FirstRow + row) * shape.Stride) + phase.Row - shape.Top;
            if (y < 0 || y >= shape.Height)
            {
                continue;
            }

            T* line = plane + ((long)row * layout.Pitch), to = pixels + ((long)y * shape.Width) + offset;
            for (int column = begin; column < end; column++)
            {
                to[(long)column * shape.Stride] += line[column];
            }
        }
    }

    /// <summary>Clears what a strip has written off the hexagon (<see cref="HexagonalDomain.ColumnsOf"/>).</summary>
    /// <param name="layout">Where things are.</param>
    /// <param name="strip">Which piece.</param>
    /// <param name="output">The batch of outputs.</param>
    /// <param name="channels">The channels of the output.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void ClearOffHexagon(StripLayout layout, Strip strip, T* output, int channels)
    {
        int side = layout.Shape.OutputWidth;
        for (long plane = (long)strip.FirstImage * channels; plane < ((long)strip.FirstImage + strip.Images) * channels; plane++)
        {
            for (int y = strip.FirstRow; y < strip.FirstRow + strip.Rows; y++)
            {
                T* line = output + (((plane * side) + y) * side);
                (int begin, int end) = layout.Shape.OutputColumns(y);
                new Span<T>(line, begin).Clear();
                new Span<T>(line + end, side - end).Clear();
            }
        }
    }

    /// <summary>The columns of a plane that are pixels of the image: column <c>c</c> is pixel <c>c stride + offset</c>.</summary>
    private static (int Begin, int End, int Offset) Columns(StripLayout layout, int phase)
    {
        (int stride, int width, int offset) = (layout.Shape.Stride, layout.Shape.Width, phase - layout.Shape.Left);
        int begin = Math.Clamp(offset >= 0 ? 0 : (stride - 1 - offset) / stride, 0, layout.Pitch);
        int end = Math.Clamp(width <= offset ? 0 : (width - offset + stride - 1) / stride, begin, layout.Pitch);
        return (begin, end, offset);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void ReadPlane(StripLayout layout, Strip strip, (int Row, int Column) phase, T* pixels, T* plane)
    {
        CorrelationShape shape = layout.Shape;
        int stride = shape.Stride, pitch = layout.Pitch;
        (int first, int last, int offset) = Columns(layout, phase.Column);
        for (int row = 0; row < layout.Rows; row++)
        {
            T* line = plane + ((long)row * pitch);
            int y = ((strip.FirstRow + row) * stride) + phase.Row - shape.Top;
            if (y < 0 || y >= shape.Height)
            {
                new Span<T>(line, pitch).Clear();
                continue;
            }

            T* from = pixels + ((long)y * shape.Width) + offset;
            (int begin, int end) = (first, last);
            if (shape.FromHexagon)
            {
                (int west, int east) = HexagonalDomain.ColumnsOf(shape.Width / 2, y);
                begin = Math.Clamp(west - offset, first, last);
                end = Math.Clamp(east - offset, begin, last);
            }

            Clear(line, 0, begin);
            if (stride == 1)
            {
                Copy(from + begin, line + begin, end - begin);
            }
            else
            {
                for (int column = begin; column < end; column++)
                {
                    line[column] = from[(long)column * stride];
                }
            }

            Clear(line, end, pitch);
        }
    }

    /// <summary>Clears the few places of a row that lie outside the image.</summary>
    private static void Clear(T* line, int begin, int end)
    {
        for (int column = begin; column < end; column++)
        {
            line[column] = T.Zero;
        }
    }

    private static void Copy(T* from, T* to, int count) => new ReadOnlySpan<T>(from, count).CopyTo(new Span<T>(to, count));

    /// <summary>A part of a row of the output.</summary>
    /// <param name="Place">Where it begins in a run of places.</param>
    /// <param name="Pixel">Where it begins in the output, from the first pixel of its channel.</param>
    /// <param name="Count">The pixels.</param>
    private readonly record struct Piece(int Place, long Pixel, int Count);
}
