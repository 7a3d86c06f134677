namespace GCnn.Augment;

/// <summary>The table of all augmentations that have a text: the name of each kind in a file, and its record.</summary>
/// <remarks>
/// A new augmentation is added here and nowhere else: its properties are read from its record, and those of a kind not met before get a
/// form in <see cref="ValueForm"/>. A test holds the table against the assembly.
/// </remarks>
internal static class AugmentationKinds
{
    private static readonly AugmentationKind[] Table =
    [
        new("point-element", typeof(RandomPointElement)),
        new("group-element", typeof(RandomGroupElement)),
        new("flip", typeof(RandomFlip)),
        new("rotate", typeof(RandomRotation)),
        new("scale", typeof(RandomScale)),
        new("shear", typeof(RandomShear)),
        new("shift", typeof(RandomShift)),
        new("warp", typeof(RandomWarp)),
        new("crop", typeof(RandomCrop)),
        new("centre-crop", typeof(CentreCrop)),
        new("pad", typeof(Pad)),
        new("recentre", typeof(CentroidRecentring)),
        new("brightness-contrast", typeof(BrightnessContrast)),
        new("saturation", typeof(Saturation)),
        new("gamma", typeof(Gamma)),
        new("pca-colour", typeof(PcaColour)),
        new("gaussian-noise", typeof(GaussianNoise)),
        new("relative-gaussian-noise", typeof(RelativeGaussianNoise)),
        new("poisson-noise", typeof(PoissonNoise)),
        new("pixel-dropout", typeof(PixelDropout)),
        new("cut-out", typeof(CutOut)),
        new("gaussian-blur", typeof(GaussianBlur)),
        new("moffat-blur", typeof(MoffatBlur)),
        new("lupton-stretch", typeof(LuptonStretch)),
        new("subtract-background", typeof(BackgroundSubtraction)),
        new("standardise-image", typeof(ImageStandardisation)),
        new("standardise", typeof(Standardisation)),
        new("sequence", typeof(Sequence)),
        new("one-of", typeof(OneOf)),
        new("with-probability", typeof(WithProbability)),
        new("repeat", typeof(Repeat)),
    ];

    private static readonly Dictionary<string, AugmentationKind> ByName = Table.ToDictionary(kind => kind.Name);
    private static readonly Dictionary<Type, AugmentationKind> ByRecord = Table.ToDictionary(kind => kind.Record);

    /// <summary>All kinds, in the order of the table.</summary>
    public static IReadOnlyList<AugmentationKind> All => Table;

    /// <summary>The names, separated by commas.</summary>
    public static string Names => string.Join(", ", Table.Select(kind => kind.Name));

    /// <summary>The kind of a name, or null.</summary>
    public static AugmentationKind? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The kind of an augmentation, or null.</summary>
    public static AugmentationKind? Of(Augmentation augmentation) => ByRecord.GetValueOrDefault(augmentation.GetType());
}
