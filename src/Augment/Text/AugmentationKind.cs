namespace GCnn.Augment;

/// <summary>A kind of augmentation as a file knows it.</summary>
/// <param name="Name">The name, such as <c>flip</c>.</param>
/// <param name="Record">The record.</param>
internal sealed record AugmentationKind(string Name, Type Record)
{
    private readonly Lazy<RecordForm> _form = new(() => new RecordForm(Record));

    /// <summary>How its properties are written and read.</summary>
    public RecordForm Form => _form.Value;
}
