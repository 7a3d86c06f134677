using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// An image on a lattice <c>s</c> times as fine, of fields of every kind: <c>y(p) = Σ_v k(p − s v) x(v)</c> with a fixed kernel.
/// </summary>
/// <remarks>
/// <para>
/// <b>Which kernels commute.</b> With <c>q = g v</c>, <c>y(g⁻¹ p) = Σ_q k(g⁻¹ (p − s q)) x(g⁻¹ q)</c>: the law for every image is
/// <c>k(g u) = k(u)</c>, and <c>ρ(g)</c> passes through the sum. So each kernel that is constant on the orbits of the point group is exact
/// at every size, where the points <c>s v</c> lie symmetrically about the centre. Those here are constant on the orbits of the whole
/// lattice group, and in integers, over one division: integer images are upsampled exactly.
/// </para>
/// <para>
/// <b>On squares</b> the kernels are outer squares of a row: of <c>s</c> ones (nearest); of <c>1 − |d| / s</c> at the distances <c>d</c>
/// from a coarse point to fine ones, which are halves where a pixel is divided into an even number (bilinear), and integers where points
/// are kept (lattice). Dividing pixels, the border's are continued outwards. <b>On hexagons</b> points are kept and centred; the kernels
/// are the hexagonal hat <c>1 − |u| / s</c> with <c>|u|</c> the steps from the coarse point, which is linear on the triangles of the coarse
/// lattice, and the shares of the points nearest to it. The hexagon of radius <c>s R</c> is the union of the coarse triangles, so no value
/// is missing at its border.
/// </para>
/// <para>
/// A shift by <c>t</c> becomes one by <c>s t</c>, away from the border. The points kept, sampled again with stride <c>s</c>, are the image.
/// <b>Shapes:</b> <c>N x C x H x W -> N x C x s H x s W</c>; <c>s (H − 1) + 1</c> where points are kept; radius <c>R</c> to <c>s R</c>.
/// Source: [DeBoor1993].
/// </para>
/// </remarks>
public sealed partial class Upsampling : EquivariantModule, IGeometric
{
    private readonly DeviceConstant _kernel;
    private readonly int _size;
    private readonly int _divisor;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="factor">The number <c>s</c> of fine steps in a coarse one, at least 1.</param>
    /// <param name="kind">How the points between are filled.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is less than 1, or the kind is none.</exception>
    public Upsampling(FieldType type, int factor = 2, UpsamplingKind kind = UpsamplingKind.Bilinear)
        : base(nameof(Upsampling), type, type)
    {
        RequireAtLeast(1, factor, nameof(Upsampling), nameof(factor));
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(
                nameof(kind), $"{nameof(Upsampling)}: {kind} is no kind; there are {string.Join(", ", Enum.GetNames<UpsamplingKind>())}.");
        }

        (Factor, Kind) = (factor, kind);
        (double[] kernel, _divisor) = OnHexagons ? HexagonKernel() : SquareKernel();
        _size = (int)Math.Round(Math.Sqrt(kernel.Length));
        _kernel = new DeviceConstant(kernel, [1, 1, _size, _size]);
    }

    /// <summary>The number of fine steps in a coarse one.</summary>
    public int Factor { get; }

    /// <summary>How the points between are filled.</summary>
    public UpsamplingKind Kind { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new UpsamplingGeometry(Factor, ((_size - 1) / Factor) + 1, KeepsPoints);

    private bool KeepsPoints => OnHexagons || Kind == UpsamplingKind.Lattice;

    /// <summary>What is cut on each side of what all coarse points, with those that continue the border, spread out.</summary>
    private int Cut => KeepsPoints ? _size / 2 : ContinuesTheBorder ? (Factor + _size) / 2 : 0;

    private bool ContinuesTheBorder => !KeepsPoints && Kind == UpsamplingKind.Bilinear;

    /// <summary>Upsamples.</summary>
    /// <param name="input">A tensor of the type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();

        // All channels alike: each is an image of its own.
        Tensor planes = input.flatten(0, 1).unsqueeze(1);
        Tensor coarse = ContinuesTheBorder ? nn.functional.pad(planes, [1, 1, 1, 1], PaddingModes.Replicate) : planes;
        Tensor fine = nn.functional.conv_transpose2d(coarse, _kernel.Like(input), null, [Factor, Factor], [Cut, Cut]) / _divisor;
        return Masked(fine.reshape(input.size(0), input.size(1), fine.size(2), fine.size(3))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _kernel.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>In parts of <c>4 s²</c>: the row <c>2 (s − |d|)</c>, of even length where fine points are at half distances.</summary>
    private (double[] Kernel, int Divisor) SquareKernel()
    {
        if (Kind == UpsamplingKind.Nearest)
        {
            return ([.. Enumerable.Repeat(1.0, Factor * Factor)], 1);
        }

        int length = (2 * Factor) - (KeepsPoints || Factor % 2 == 1 ? 1 : 0);
        int[] row = [.. Enumerable.Range(0, length).Select(i => (2 * Factor) - Math.Abs((2 * i) - length + 1))];
        return ([.. from a in row from b in row select (double)(a * b)], 4 * Factor * Factor);
    }

    private (double[] Kernel, int Divisor) HexagonKernel()
    {
        SublatticeWindow nearest = SublatticeWindow.Of(Sublattice.Generated(InputType.Group.Lattice, new LatticePoint(Factor, 0)));
        Dictionary<LatticePoint, int> shares = nearest.Points.Zip(nearest.Shares).ToDictionary(pair => pair.First, pair => pair.Second);
        return Kind == UpsamplingKind.Nearest
            ? (OnBox(nearest.Reach, u => shares.GetValueOrDefault(u)), nearest.Unit)
            : (OnBox(Factor - 1, u => Math.Max(0, Factor - CubePoint.FromAxial(u).Norm)), Factor);
    }

    private static double[] OnBox(int reach, Func<LatticePoint, int> weight) =>
    [
        .. from y in Enumerable.Range(-reach, (2 * reach) + 1)
           from x in Enumerable.Range(-reach, (2 * reach) + 1)
           select (double)weight(new LatticePoint(x, y)),
    ];
}
