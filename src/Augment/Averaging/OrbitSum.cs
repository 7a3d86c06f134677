using GCnn.Actions;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>The mean of tensors, the same to the last bit in whatever order they come.</summary>
internal static class OrbitSum
{
    /// <summary>Sorts the terms of each number, adds them up from the least to the greatest and divides by how many there are.</summary>
    /// <remarks>The caller owns the dispose scope. Differentiable: sorting passes each gradient to where its term came from.</remarks>
    public static Tensor Mean(Tensor[] terms)
    {
        if (Array.Find(terms, term => !term.shape.SequenceEqual(terms[0].shape)) is Tensor other)
        {
            throw new ArgumentException(
                $"An orbit average needs outputs of one shape; the model made {FieldShape.Print(terms[0])} of an image and " +
                $"{FieldShape.Print(other)} of one of its turned images. State the type of an image that turns, " +
                "OrbitAverageOptions.Output, or use square images.");
        }

        if (!terms[0].is_floating_point())
        {
            throw new ArgumentException(
                $"An orbit average needs outputs of real numbers; the model's are {terms[0].dtype}. Average scores, not the numbers " +
                "of classes.");
        }

        // One sum after the other and not sum(0), which adds the columns at the end of a row in another order than the rest.
        Tensor[] sorted = stack(terms).sort(0).Values.unbind(0);
        return sorted.Aggregate((sum, term) => sum + term) / terms.Length;
    }
}
