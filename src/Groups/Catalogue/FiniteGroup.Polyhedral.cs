namespace GCnn.Groups;

public sealed partial class FiniteGroup
{
    private static readonly int[,] HalfTurn = { { -1, 0, 0 }, { 0, -1, 0 }, { 0, 0, 1 } };
    private static readonly int[,] QuarterTurn = { { 0, -1, 0 }, { 1, 0, 0 }, { 0, 0, 1 } };
    private static readonly int[,] ThirdTurn = { { 0, 0, 1 }, { 1, 0, 0 }, { 0, 1, 0 } };
    private static readonly int[] FifthTurnOfVertices = [0, 2, 3, 4, 5, 1, 7, 8, 9, 10, 6, 11];
    private static readonly int[] HalfTurnOfVertices = [1, 0, 5, 10, 6, 2, 4, 9, 11, 7, 3, 8];

    /// <summary>
    /// The rotations of the tetrahedron, <c>T ≅ A4</c>, order 12: generated, as by <see cref="FromMatrices(string, int[][,])"/>, by the
    /// half turn about z and the third turn <c>x → y → z → x</c>.
    /// </summary>
    /// <remarks>Source: [ITA2016], chapter 3.2.</remarks>
    public static FiniteGroup Tetrahedral => field ??= FromMatrices("T", HalfTurn, ThirdTurn);

    /// <summary>
    /// The rotations of the octahedron and the cube, <c>O ≅ S4</c>, order 24: generated, as by
    /// <see cref="FromMatrices(string, int[][,])"/>, by the quarter turn about z, <c>x → y → −x</c>, and the third turn
    /// <c>x → y → z → x</c>.
    /// </summary>
    /// <remarks>Source: [ITA2016], chapter 3.2.</remarks>
    public static FiniteGroup Octahedral => field ??= FromMatrices("O", QuarterTurn, ThirdTurn);

    /// <summary>
    /// All symmetries of the octahedron and the cube, <c>O_h ≅ S4 × C2</c>, order 48: the rotations, then each of them times the inversion
    /// <c>x → −x</c>.
    /// </summary>
    /// <remarks>Source: [ITA2016], chapter 3.2.</remarks>
    public static FiniteGroup FullOctahedral => field ??= WithCentralInvolution("Oh", Octahedral);

    /// <summary>
    /// The rotations of the icosahedron and the dodecahedron, <c>I ≅ A5</c>, order 60: generated, as by
    /// <see cref="FromPermutations(string, int[][])"/> on the 12 vertices, by the fifth turn about a vertex and the half turn that
    /// exchanges it with a neighbour.
    /// </summary>
    /// <remarks>
    /// Vertex 0 is the north pole, 1 to 5 surround it, 6 to 10 surround the south pole 11; seen from the north both rings run
    /// anticlockwise, and vertex 6 lies between 1 and 2. Source: [ITA2016], chapter 3.2.
    /// </remarks>
    public static FiniteGroup Icosahedral => field ??= FromPermutations("I", FifthTurnOfVertices, HalfTurnOfVertices);

    /// <summary>
    /// All symmetries of the icosahedron and the dodecahedron, <c>I_h ≅ A5 × C2</c>, order 120: the rotations, then each of them times the
    /// inversion <c>x → −x</c>.
    /// </summary>
    /// <remarks>Source: [ITA2016], chapter 3.2.</remarks>
    public static FiniteGroup FullIcosahedral => field ??= WithCentralInvolution("Ih", Icosahedral);
}
