using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>Classes on which the group acts.</summary>
public class ClassLaws
{
    private static readonly ClassReflection Hands = ClassReflection.Swapping(3, (0, 2));
    private static readonly Pipeline Motions =
        new(new RandomPointElement(PlaneGroup.P4m), new RandomFlip(true, true), new RandomRotation());

    [Fact]
    public void Handedness_flips_under_reflections_only()
    {
        Parameters[] drawn = Motions.Draw(1, 0, Enumerable.Range(0, 100).Select(n => (long)n));
        Assert.All(drawn, p =>
        {
            bool isMirrored = Motions.Place(p, new(7, 7)).Map.Determinant < 0;
            Assert.Equal(isMirrored ? 2 : 0, Hands.Moved(0, p));
            Assert.Equal(1, Hands.Moved(1, p));
            Assert.Equal(isMirrored ? 0 : 2, Hands.Moved(2, p));
        });
        Assert.InRange(drawn.Count(p => p.IsReflection), 30, 70);
    }

    /// <summary>Were a hand to follow only the first of two flips, it would be wrong where both were drawn.</summary>
    [Fact]
    public void A_hand_that_follows_one_of_two_flips_is_rejected()
    {
        Pipeline flips = new(new RandomFlip(), new RandomFlip());
        Parameters[] drawn = flips.Draw(1, 0, Enumerable.Range(0, 40).Select(n => (long)n));
        Assert.Contains(drawn, p => (p.Steps[0].IsReflection ? 2 : 0) != Hands.Moved(0, p));
    }

    [Fact]
    public void Vote_fractions_follow_their_classes()
    {
        Parameters[] drawn = Motions.Draw(1, 0, Enumerable.Range(0, 9).Select(n => (long)n));
        Tensor votes = arange(27, dtype: ScalarType.Float32).reshape(9, 3), moved = Hands.Moved(votes, drawn);
        for (int n = 0; n < 9; n++)
        {
            for (int c = 0; c < 3; c++)
            {
                Assert.Equal(votes[n, c].item<float>(), moved[n, Hands.Moved(c, drawn[n])].item<float>());
            }
        }

        Assert.False(Examples.Same(votes, moved));
    }

    [Fact]
    public void An_arrow_points_where_its_class_says() =>
        Assert.Equal(0, ArrowViolations(PlaneGroup.P4m, (h, i) => Turned(PlaneGroup.P4m, h, i)));

    [Fact]
    public void The_action_of_the_inverse_is_rejected() => Assert.True(ArrowViolations(
        PlaneGroup.P4, (h, i) => Turned(PlaneGroup.P4, PlaneGroup.P4.PointGroup.Inverse(h), i)) > 10);

    [Fact]
    public void Columns_of_an_action_follow_their_classes()
    {
        var group = PlaneGroup.P4m;
        ClassAction arrows = new(group, PermutationAction.FromFunction(group.PointGroup, 4, (h, i) => Turned(group, h, i)));
        Pipeline turns = new(new RandomPointElement(group));
        Placement[] placements = [.. Enumerable.Range(0, 9).Select(n => turns.Place(turns.Draw(new(0, 0, n)), new(5, 5)))];
        Tensor votes = arange(36, dtype: ScalarType.Float32).reshape(9, 4), moved = arrows.Moved(votes, placements);
        for (int n = 0; n < 9; n++)
        {
            Assert.All(Enumerable.Range(0, 4), c => Assert.Equal(
                votes[n, c].item<float>(), moved[n, arrows.Moved(c, placements[n])].item<float>()));
        }
    }

    [Fact]
    public void Equal_when_classes_go_to_the_same()
    {
        Assert.Equal(new ClassReflection([2, 1, 0]), Hands);
        Assert.Equal(new ClassReflection([2, 1, 0]).GetHashCode(), Hands.GetHashCode());
        Assert.NotEqual(new ClassReflection([0, 1, 2]), Hands);
        Assert.Equal("0 <-> 2", Hands.ToString());
    }

    [Fact]
    public void Mistakes_are_refused_by_name()
    {
        Says<ArgumentException>(() => new ClassReflection([1, 2, 0]), "class 0 goes to 1, which goes to 2");
        Says<ArgumentException>(() => new ClassReflection([0, 5]), "class 1 goes to 5, which is no class");
        Says<ArgumentException>(() => ClassReflection.Swapping(2, (0, 2)), "The pair (0, 2) names a class that is not among 2");
        Says<ArgumentOutOfRangeException>(() => Hands.Moved(3, Motions.Draw(new(0, 0, 0))), "There is no class 3");
        Says<ArgumentException>(
            () => Hands.Moved(zeros(2, 4), Motions.Draw(0, 0, [0, 1])), "[2, 3]; these have the shape [2, 4]");
        Says<ArgumentException>(
            () => new ClassAction(PlaneGroup.P4, PermutationAction.Regular(PlaneGroup.P4m.PointGroup)), "an action of p4's point group");
    }

    private static void Says<T>(Func<object> refused, string part)
        where T : Exception => Assert.Contains(part, Assert.Throws<T>(() => { refused(); }).Message, StringComparison.Ordinal);

    /// <summary>The four directions right, up, left, down, numbered 0 to 3.</summary>
    private static int Turned(PlaneGroup group, int h, int direction)
    {
        LatticePoint[] directions = [new(1, 0), new(0, -1), new(-1, 0), new(0, 1)];
        return Array.IndexOf(directions, group.Matrix(h).Transform(directions[direction]));
    }

    private static int ArrowViolations(PlaneGroup group, Func<int, int, int> act)
    {
        ClassAction arrows = new(group, PermutationAction.FromFunction(group.PointGroup, 4, act));
        Pipeline turns = new(new RandomPointElement(group));
        return Enumerable.Range(0, 60).Count(n =>
        {
            Parameters drawn = turns.Draw(new(0, 0, n));
            Tensor moved = turns.Apply(Arrow(n % 4), [drawn]);
            return !Examples.Same(Arrow(arrows.Moved(n % 4, turns.Place(drawn, new(5, 5)))), moved);
        });
    }

    private static Tensor Arrow(int direction)
    {
        float[] pixels = new float[25];
        pixels[direction switch { 0 => 14, 1 => 2, 2 => 10, _ => 22 }] = 1;
        return tensor(pixels, [1, 1, 5, 5]);
    }
}
