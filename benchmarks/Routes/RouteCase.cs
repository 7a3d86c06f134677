using System.Globalization;
using GCnn.Groups;
using GCnn.Layers;

namespace GCnn.Benchmarks;

/// <summary>A convolution and an image size, as nets have them.</summary>
/// <param name="Group">The plane group, or, as <c>C8</c> or <c>D8</c>, rotations by steered filters on the square lattice.</param>
/// <param name="TrivialIn">The trivial fields that are read.</param>
/// <param name="RegularIn">The regular fields that are read.</param>
/// <param name="TrivialOut">The trivial fields that are written.</param>
/// <param name="RegularOut">The regular fields that are written.</param>
/// <param name="Reach">The taps on either side of the centre.</param>
/// <param name="Stride">The step between windows.</param>
/// <param name="Padding">Zeros on each side.</param>
/// <param name="Dilation">The distance between taps.</param>
/// <param name="Side">The side of the image.</param>
/// <param name="Batch">The number of images.</param>
internal sealed record RouteCase(
    string Group, int TrivialIn, int RegularIn, int TrivialOut, int RegularOut, int Reach, int Stride, int Padding, int Dilation, int Side,
    int Batch)
{
    private const double MostMultiplications = 3e9;
    private const char Separator = ',';

    private static readonly string[] Steered = ["C8", "C16", "D8", "D16"];

    /// <summary>The type that is read.</summary>
    public FieldType Input => Fields(TrivialIn, RegularIn);

    /// <summary>The type that is written.</summary>
    public FieldType Output => Fields(TrivialOut, RegularOut);

    /// <summary>The taps.</summary>
    public Stencil Stencil => IsHexagonal ? Stencil.Hexagon(Reach) : Stencil.Square(1 + (2 * Reach));

    /// <summary>Whether pixels are hexagons.</summary>
    public bool IsHexagonal => Plane.Lattice is HexagonalLattice;

    /// <summary>The sizes, as the routes meet them.</summary>
    public CorrelationShape Shape => CorrelationShape.For(
        Batch, Side, Side, (1 + (2 * Reach), 1 + (2 * Reach)), Stride, Dilation, Padding, Padding) with
    {
        OnHexagon = IsHexagonal,
    };

    private PlaneGroup Plane => Group[0] switch
    {
        'C' => PlaneGroup.Cyclic(Turns, new SquareLattice()),
        'D' => PlaneGroup.Dihedral(Turns, new SquareLattice()),
        _ => PlaneGroup.Named(Group),
    };

    private int Turns => int.Parse(Group.AsSpan(1), CultureInfo.InvariantCulture);

    /// <summary>The multiply-adds of the plain convolution.</summary>
    private double Multiplications => (double)Input.Channels * Output.Channels * Math.Pow(1 + (2 * Reach), 2) * Batch
        * Shape.OutputHeight * Shape.OutputWidth;

    /// <summary>Draws one whose plain convolution is no longer than a second or so.</summary>
    public static RouteCase Draw(Random random)
    {
        while (true)
        {
            PlaneGroup plane = PlaneGroup.All[random.Next(1, PlaneGroup.All.Count)];
            bool isSteered = random.Next(6) == 0, hexagonal = !isSteered && plane.Lattice is HexagonalLattice;
            string group = isSteered ? Steered[random.Next(Steered.Length)] : plane.ToString();
            int side = (int)Math.Round(Math.Exp(random.NextDouble() * Math.Log(16)) * 5);
            (int trivial, int regular) = Fields(random);
            int reach = random.Next(isSteered ? 1 : 0, 3), dilation = random.Next(8) == 0 ? 2 : 1;
            bool surrounded = hexagonal || random.Next(4) != 0;
            RouteCase drawn = new(
                group, trivial, regular, random.Next(10) == 0 ? Number(random, 16) : 0, Number(random, 48), reach,
                random.Next(4) == 0 ? 2 : 1, surrounded ? reach * dilation : 0, dilation, hexagonal ? side | 1 : side, Number(random, 32));
            if (drawn.TrivialOut > 0 && random.Next(2) == 0)
            {
                drawn = drawn with { RegularOut = 0 };
            }

            if ((2 * reach * dilation) + 1 <= drawn.Side && drawn.Multiplications < MostMultiplications)
            {
                return drawn;
            }
        }
    }

    /// <summary>Reads what <see cref="ToLine"/> writes.</summary>
    public static RouteCase Parse(string line)
    {
        string[] parts = line.Split(Separator);
        int Whole(int part) => int.Parse(parts[part], CultureInfo.InvariantCulture);
        return new(
            parts[0], Whole(1), Whole(2), Whole(3), Whole(4), Whole(5), Whole(6), Whole(7), Whole(8), Whole(9), Whole(10));
    }

    /// <summary>The case as one line of numbers.</summary>
    public string ToLine() => string.Join(
        Separator, Group, TrivialIn, RegularIn, TrivialOut, RegularOut, Reach, Stride, Padding, Dilation, Side, Batch);

    /// <summary>The layer.</summary>
    public Convolution Build() => new(Input, Output, Stencil, Stride, Padding, Dilation, bias: false);

    private FieldType Fields(int trivial, int regular) => (trivial, regular) switch
    {
        (0, _) => FieldType.Regular(Plane, regular),
        (_, 0) => FieldType.Trivial(Plane, trivial),
        _ => FieldType.Trivial(Plane, trivial) + FieldType.Regular(Plane, regular),
    };

    private static (int Trivial, int Regular) Fields(Random random) => random.Next(5) switch
    {
        0 => (random.Next(1, 4), 0),
        1 => (Number(random, 16), Number(random, 16)),
        _ => (0, Number(random, 48)),
    };

    private static int Number(Random random, int most) => (int)Math.Round(Math.Exp(random.NextDouble() * Math.Log(most)));
}
