namespace GCnn.Benchmarks;

/// <summary>The header of a file of filters.</summary>
internal sealed record PeerHeader(
    string Format, int Version, string Type, string ByteOrder, string Data, PeerLibrary Library, PeerGroup[] Groups, PeerCase[] Cases);

/// <summary>The library that expanded the filters.</summary>
internal sealed record PeerLibrary(string Name, string Version);

/// <summary>Where an array stands among the numbers.</summary>
/// <param name="Offset">The place of the first number.</param>
/// <param name="Shape">The lengths of the axes.</param>
internal sealed record PeerArray(int Offset, int[] Shape)
{
    public int Count => Shape.Aggregate(1, (product, length) => checked(product * length));
}

/// <summary>A group, in the order of CONVENTIONS.md.</summary>
/// <param name="Name">C_n or D_n.</param>
/// <param name="Rotations">The number of rotations.</param>
/// <param name="Reflections">Whether there are reflections.</param>
/// <param name="Order">The number of elements.</param>
/// <param name="Products">The multiplication table.</param>
/// <param name="Planes">The motion of each element, on columns (X, Y) with Y downwards.</param>
/// <param name="Representations">What the cases speak of.</param>
internal sealed record PeerGroup(
    string Name, int Rotations, bool Reflections, int Order, int[][] Products, PeerArray Planes, PeerRepresentation[] Representations);

/// <summary>A representation, by the matrix of each element.</summary>
internal sealed record PeerRepresentation(string Name, int Dimension, PeerArray Matrices);

/// <summary>The filters between two representations on a square stencil.</summary>
/// <param name="Group">The name of the group.</param>
/// <param name="In">The name of the representation of the input.</param>
/// <param name="Out">The name of the representation of the output.</param>
/// <param name="Size">The side of the square stencil.</param>
/// <param name="Dimension">The number of filters.</param>
/// <param name="Rank">The dimension of their span.</param>
/// <param name="Filters">The filters, <c>Dimension x out x in x Size x Size</c>.</param>
/// <param name="Drawn">One filter of a layer with random weights, where there are any filters.</param>
internal sealed record PeerCase(
    string Group, string In, string Out, int Size, int Dimension, int Rank, PeerArray Filters, PeerArray? Drawn);
