namespace GCnn.Layers;

/// <summary>The axes along which a walk through a net follows what numbers are made of.</summary>
[Flags]
internal enum TracedAxes
{
    /// <summary>None: sizes and shifts are enough.</summary>
    None = 0,

    /// <summary>From top to bottom.</summary>
    Rows = 1,

    /// <summary>From left to right.</summary>
    Columns = 2,

    /// <summary>Both axes.</summary>
    Both = Rows | Columns,
}
