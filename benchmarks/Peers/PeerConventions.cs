using GCnn.Groups;

namespace GCnn.Benchmarks;

/// <summary>Our groups and representations for a peer's, each found to be the same by its numbers.</summary>
internal sealed class PeerConventions
{
    private const double Tolerance = 1e-9;

    private readonly Dictionary<string, Representation> _representations;

    public PeerConventions(PeerFilters file, PeerGroup peer)
    {
        Group = peer.Reflections ? PlaneGroup.Dihedral(peer.Rotations) : PlaneGroup.Cyclic(peer.Rotations);
        for (int g = 0; g < Group.Order; g++)
        {
            int element = g;
            Require(
                Enumerable.Range(0, Group.Order).All(h => peer.Products[element][h] == Group.PointGroup.Multiply(element, h)),
                $"{peer.Name}: element {g} multiplies in another way than ours");
            Require(
                Near(file.Part(peer.Planes, g), OnPixels(Group.Motion(g))),
                $"{peer.Name}: element {g} is another motion than our {Group.Motion(g)}");
        }

        Representation[] ours = [.. Irreps.Of(Group.PointGroup), new RegularRepresentation(Group.PointGroup)];
        _representations = peer.Representations.ToDictionary(theirs => theirs.Name, theirs => Same(file, theirs, ours));
    }

    public PlaneGroup Group { get; }

    public Representation this[string name] => _representations[name];

    private static Representation Same(PeerFilters file, PeerRepresentation theirs, Representation[] ours)
    {
        Representation? same = Array.Find(ours, rho => rho.Dimension == theirs.Dimension
            && Enumerable.Range(0, rho.Group.Order).All(g => Near(file.Part(theirs.Matrices, g), rho.Entries(g))));
        Require(same is not null, $"'{theirs.Name}' of dimension {theirs.Dimension} has the matrices of none of our representations");
        return same!;
    }

    /// <summary>The matrix on columns (X, Y) with Y downwards; the motion's angles are anticlockwise on screen.</summary>
    private static double[] OnPixels(RationalIsometry motion)
    {
        (double sin, double cos) = Math.SinCos(motion.Angle);
        return motion.Reflects ? [cos, -sin, -sin, -cos] : [cos, sin, -sin, cos];
    }

    private static bool Near(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > Tolerance)
            {
                return false;
            }
        }

        return a.Length == b.Length;
    }

    private static void Require(bool condition, string violation)
    {
        if (!condition)
        {
            throw new InvalidDataException($"The file does not follow CONVENTIONS.md: {violation}.");
        }
    }
}
