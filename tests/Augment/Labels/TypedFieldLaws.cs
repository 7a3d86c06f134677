using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class TypedFieldLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Fields_move_as_the_core_acts(string name)
    {
        var group = PlaneGroup.Named(name);
        FieldType type = FieldType.Trivial(group, 1) + FieldType.Regular(group, 1) + FieldType.Of(group, [.. Irreps.Of(group.PointGroup)]);
        Pipeline turns = new(new RandomPointElement(group));
        Tensor fields = Integers(8, type.Channels, 7);
        Parameters[] drawn = turns.Draw(1, 0, Enumerable.Range(0, 8).Select(n => (long)n));
        Tensor moved = TypedFields.Moved(turns, fields, type, drawn);
        bool isFibreForgotten = Examples.Same(moved, turns.ApplyGeometry(fields, drawn));
        for (int n = 0; n < 8; n++)
        {
            int h = ((PointElementParameters)drawn[n].Steps[0]).Element;
            Assert.True(Examples.Same(fields.narrow(0, n, 1).Transform(type, h), moved.narrow(0, n, 1)));
        }

        Assert.Equal(group.Order == 1, isFibreForgotten);
    }

    [Fact]
    public void Vectors_as_an_irrep_turn_as_a_vector_field_also_off_the_lattice()
    {
        var group = PlaneGroup.Cyclic(8);
        var type = FieldType.Of(group, Irreps.Of(group.PointGroup).First(irrep => irrep.Frequency == 1));
        Pipeline turns = new(new RandomGroupElement(group));
        Tensor upwards = Examples.Images(6, 9, 9, ScalarType.Float64).narrow(1, 0, 2);
        Parameters[] drawn = turns.Draw(1, 0, [0, 1, 2, 3, 4, 5]);
        Tensor sign = tensor(new double[] { 1, -1 }).reshape(1, 2, 1, 1);
        Tensor asIrrep = TypedFields.Moved(turns, upwards, type, drawn), asVectors = VectorFields.Moved(turns, upwards * sign, drawn);
        Assert.InRange(Examples.Distance(asVectors * sign, asIrrep), 0, 1e-12);
        Assert.True(Examples.Distance(asVectors, asIrrep) > 0.1);
    }

    [Fact]
    public void Vectors_as_an_irrep_turn_as_a_vector_field_on_hexagons()
    {
        var group = PlaneGroup.P6;
        var type = FieldType.Of(group, Irreps.Of(group.PointGroup).First(irrep => irrep.Frequency == 1));
        Pipeline turns = new(new RandomPointElement(group));
        Tensor upwards = Examples.Images(6, 9, 9, ScalarType.Float64).narrow(1, 0, 2).MaskToHexagon();
        Parameters[] drawn = turns.Draw(1, 0, [0, 1, 2, 3, 4, 5]);
        Tensor sign = tensor(new double[] { 1, -1 }).reshape(1, 2, 1, 1);
        Tensor asIrrep = TypedFields.Moved(turns, upwards, type, drawn), asVectors = VectorFields.Moved(turns, upwards * sign, drawn);
        Assert.InRange(Examples.Distance(asVectors * sign, asIrrep), 0, 1e-12);
        Assert.True(Examples.Distance(asVectors, asIrrep) > 0.1);
    }

    [Fact]
    public void The_element_is_that_of_all_steps_together()
    {
        Pipeline steps = new(new RandomFlip(true, true), new RandomPointElement(PlaneGroup.P4), new CentreCrop(5, 5));
        var type = FieldType.Regular(PlaneGroup.P4m, 2);
        Tensor fields = Integers(1, type.Channels, 7);
        for (int n = 0; n < 20; n++)
        {
            Parameters drawn = steps.Draw(new(0, 0, n));
            Affine map = steps.Place(drawn, new(7, 7)).Map;
            IntegerMatrix matrix = new((int)map.A, (int)map.B, (int)map.C, (int)map.D);
            int h = Enumerable.Range(0, 8).Single(k => PlaneGroup.P4m.Matrix(k) == matrix);
            Tensor expected = fields.Transform(type, h).narrow(2, 1, 5).narrow(3, 1, 5);
            Assert.True(Examples.Same(expected, TypedFields.Moved(steps, fields, type, [drawn])));
        }
    }

    [Fact]
    public void A_motion_that_is_no_element_is_refused()
    {
        Pipeline turns = new(new RandomRotation { Degrees = new(40, 50) });
        string message = Assert.Throws<ArgumentException>(() => TypedFields.Moved(
            turns, zeros(1, 8, 7, 7), FieldType.Regular(PlaneGroup.P4m, 1), turns.Draw(0, 0, [0]))).Message;
        Assert.Contains("Image 0 moved by the matrix", message, StringComparison.Ordinal);
        Assert.Contains("no element of p4m", message, StringComparison.Ordinal);
        Assert.Contains("VectorFields", message, StringComparison.Ordinal);
    }

    private static Tensor Integers(int count, int channels, int side)
    {
        Random random = new(3);
        double[] values = [.. Enumerable.Range(0, count * channels * side * side).Select(_ => (double)random.Next(-9, 10))];
        return tensor(values, [count, channels, side, side]);
    }
}
