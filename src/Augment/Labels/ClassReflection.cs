using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// What a reflection of the image does to its classes: class <c>c</c> becomes <c>m(c)</c>, with <c>m(m(c)) = c</c>. A spiral's hand changes
/// sides; most classes stay. Rotations keep every class.
/// </summary>
public sealed class ClassReflection : IEquatable<ClassReflection>
{
    private readonly int[] _mirror;

    /// <summary>The action that takes class <c>c</c> to <c>mirror[c]</c>.</summary>
    /// <param name="mirror">For each class its mirror image.</param>
    /// <exception cref="ArgumentException">Mirrored twice, a class is not itself.</exception>
    public ClassReflection(IReadOnlyList<int> mirror)
    {
        ArgumentNullException.ThrowIfNull(mirror);
        _mirror = [.. mirror];
        int wrong = Array.FindIndex(_mirror, (c) => (uint)c >= (uint)_mirror.Length);
        wrong = wrong >= 0 ? wrong : Enumerable.Range(0, _mirror.Length).FirstOrDefault(c => _mirror[_mirror[c]] != c, -1);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"Mirrored twice, each of the {_mirror.Length} classes must be itself again; class {wrong} goes to {_mirror[wrong]}" +
                ((uint)_mirror[wrong] < (uint)_mirror.Length ? $", which goes to {_mirror[_mirror[wrong]]}." : ", which is no class."),
                nameof(mirror));
        }
    }

    /// <summary>For each class its mirror image.</summary>
    public IReadOnlyList<int> Mirror => _mirror;

    /// <summary>The action that keeps every class but some, which it exchanges in pairs.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="swapped">The pairs, such as clockwise and anticlockwise spirals.</param>
    /// <exception cref="ArgumentException">A pair names no class, or a class is in two pairs.</exception>
    public static ClassReflection Swapping(int classes, params (int One, int Other)[] swapped)
    {
        ArgumentNullException.ThrowIfNull(swapped);
        int[] mirror = [.. Enumerable.Range(0, classes)];
        foreach ((int one, int other) in swapped)
        {
            if ((uint)one >= (uint)classes || (uint)other >= (uint)classes)
            {
                throw new ArgumentException($"The pair ({one}, {other}) names a class that is not among {classes}.", nameof(swapped));
            }

            (mirror[one], mirror[other]) = (other, one);
        }

        return new ClassReflection(mirror);
    }

    /// <summary>A sample's class after its image has moved.</summary>
    /// <param name="label">The class.</param>
    /// <param name="parameters">What was drawn for the image.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int Moved(int label, Parameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return (uint)label >= (uint)_mirror.Length
            ? throw new ArgumentOutOfRangeException(
                nameof(label), $"There is no class {label}; the {_mirror.Length} classes are numbered from 0.")
            : parameters.IsReflection ? _mirror[label] : label;
    }

    /// <summary>Columns of classes, such as vote fractions, after the images have moved: <c>out[n, m(c)] = in[n, c]</c>.</summary>
    /// <remarks><b>Shapes:</b> <c>N x classes</c> to the same. Differentiable.</remarks>
    /// <param name="votes">A number for each image and class.</param>
    /// <param name="parameters">What was drawn for the images.</param>
    /// <exception cref="ArgumentException">There are not as many rows as parameters, or not as many columns as classes.</exception>
    public Tensor Moved(Tensor votes, IReadOnlyList<Parameters> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return ClassColumns.Moved(votes, [.. parameters.Select(sample => sample.IsReflection ? _mirror : null)], _mirror.Length);
    }

    /// <summary>Whether both take every class to the same.</summary>
    /// <param name="other">The action to compare with.</param>
    public bool Equals(ClassReflection? other) => other is not null && _mirror.AsSpan().SequenceEqual(other._mirror);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClassReflection);

    /// <inheritdoc/>
    public override int GetHashCode() => _mirror.Aggregate(_mirror.Length, HashCode.Combine);

    /// <summary>The classes that are exchanged.</summary>
    public override string ToString() =>
        string.Join(", ", _mirror.Index().Where(c => c.Index < c.Item).Select(c => $"{c.Index} <-> {c.Item}"));
}
