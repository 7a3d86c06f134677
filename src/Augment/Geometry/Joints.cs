namespace GCnn.Augment;

/// <summary>With which neighbours in a pipeline a geometric step may be composed into one resample.</summary>
[Flags]
public enum Joints
{
    /// <summary>With none: its map is not affine on the stored pixels.</summary>
    None = 0,

    /// <summary>With the step before it.</summary>
    Before = 1,

    /// <summary>With the step after it.</summary>
    After = 2,

    /// <summary>With both.</summary>
    Both = Before | After,
}
