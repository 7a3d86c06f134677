namespace GCnn.Augment;

/// <summary>What one augmentation drew for one sample.</summary>
public abstract record StepParameters
{
    /// <summary>Whether the step turns left hands into right hands: the determinant of its matrix is negative.</summary>
    public virtual bool IsReflection => false;
}
