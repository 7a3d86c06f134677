using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

/// <summary>A null inside a list is refused by the list's name, and not met later.</summary>
public sealed class NullArguments
{
    [Fact]
    public void A_null_in_a_list_is_refused_by_the_name_of_the_list()
    {
        FiniteGroup c2 = FiniteGroup.Cyclic(2);
        TrivialRepresentation trivial = new(PlaneGroup.P4.PointGroup);
        Refused("fields", () => FieldType.Of(PlaneGroup.P4, trivial, null!));
        Refused("summands", () => Representation.DirectSum(null!, trivial));
        Refused("summands", () => Representation.DirectSum([trivial, null!]));
        Refused("matrices", () => new MatrixRepresentation("null", c2, [Matrix<double>.Build.DenseIdentity(1), null!]));
        Refused("matrices", () => MatrixRepresentation.FromGenerators("null", c2, (1, null!)));
        Refused("generators", () => FiniteGroup.FromPermutations("null", [1, 0], null!));
        Refused("generators", () => FiniteGroup.FromMatrices("null", new[,] { { -1 } }, null!));
        Refused("generators", () => FiniteGroup.FromMatrices("null", Matrix<double>.Build.DenseIdentity(2), null!));
    }

    private static void Refused(string list, Func<object?> refused) =>
        Assert.Equal(list, Assert.Throws<ArgumentNullException>(() => { refused(); }).ParamName);
}
