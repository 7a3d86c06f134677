using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>An augmentation made of others. Its parameters are a list of turns, each a child with what that drew.</summary>
/// <remarks>
/// A <see cref="Pipeline"/> runs the children as if they stood in it (<see cref="Expand"/>): neighbouring warps compose, masks and labels
/// follow the children that move pixels, and those that look at the pixels see them.
/// </remarks>
public abstract record Combinator : Augmentation
{
    /// <summary>How many steps one sample may take, all combinators inside each other multiplied out.</summary>
    public const int MaximumSteps = 10_000;

    /// <summary>Whether a child moves pixels.</summary>
    public sealed override bool IsGeometric => Children.Any(child => child.IsGeometric);

    /// <summary>The children, by their places.</summary>
    private protected abstract IReadOnlyList<Augmentation> Children { get; }

    /// <summary>The greatest number of elementary steps of one sample.</summary>
    private protected abstract long MostSteps { get; }

    /// <summary>Applies to each image its turns: turn by turn, to all images whose turn is the same child's at once.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H' x W'</c>.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image what <see cref="Augmentation.Draw"/> gave.</param>
    /// <exception cref="ArgumentException">
    /// The parameters are not of these images, or children make images of different sizes.
    /// </exception>
    public sealed override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        CombinedParameters[] drawn = Require<CombinedParameters>(images, parameters);
        Array.ForEach(drawn, RequireOwn);
        using DisposeScope scope = NewDisposeScope();
        Tensor result = images.alias();
        for (int turn = 0; turn < drawn.Max(p => p.Turns.Count); turn++)
        {
            result = new ChildBatches(Children, drawn, turn).Apply(result);
        }

        return result.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<DrawnStep> Expand(StepParameters parameters) =>
        [.. Own(parameters).Turns.SelectMany(turn => Children[turn.Child].Expand(turn.Parameters))];

    /// <inheritdoc/>
    public sealed override StepParameters Collect(StepParameters parameters, IReadOnlyList<StepParameters> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        int next = 0;
        return new CombinedParameters([.. Own(parameters).Turns.Select(turn =>
        {
            int count = Children[turn.Child].Expand(turn.Parameters).Count;
            StepParameters[] own = [.. steps.Skip(next).Take(count)];
            next += count;
            return turn with { Parameters = Children[turn.Child].Collect(turn.Parameters, own) };
        })]);
    }

    /// <summary>The greatest number of elementary steps of an augmentation.</summary>
    private protected static long StepsOf(Augmentation augmentation) => augmentation is Combinator combinator ? combinator.MostSteps : 1;

    /// <summary>Refuses a child that is not there, and more steps than anybody wants.</summary>
    private protected void RequireChildren()
    {
        if (Children.Any(child => child is null))
        {
            throw new ArgumentException($"A child of {GetType().Name} is null; each is an augmentation.");
        }

        if (MostSteps > MaximumSteps)
        {
            throw new ArgumentException(
                $"This {GetType().Name} would take up to {MostSteps} steps for one sample; {MaximumSteps} are allowed. Are repeats " +
                "inside repeats?");
        }
    }

    private CombinedParameters Own(StepParameters parameters)
    {
        CombinedParameters own = Own<CombinedParameters>(parameters);
        RequireOwn(own);
        return own;
    }

    private void RequireOwn(CombinedParameters parameters)
    {
        if (parameters.Turns.FirstOrDefault(turn => (uint)turn.Child >= (uint)Children.Count) is { Parameters: not null } foreign)
        {
            throw new ArgumentException(
                $"{GetType().Name} has {Children.Count} children, numbered from 0; the parameters speak of child {foreign.Child}. " +
                "Were they drawn by another combinator?",
                nameof(parameters));
        }
    }
}
