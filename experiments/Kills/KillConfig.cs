using System.Text.Json.Nodes;
using GCnn.Experiments.Data;

namespace GCnn.Experiments.Kills;

/// <summary>How the training that is killed goes: with everything that a checkpoint has to keep.</summary>
internal static class KillConfig
{
    /// <summary>The file's name.</summary>
    public const string FileName = "training.json";

    /// <summary>
    /// Writes the configuration into a folder: moments of AdamW, averaged weights, the weights of the best epoch, and more patience than
    /// there are epochs.
    /// </summary>
    public static void Write(string folder) => JsonFile.Write(Path.Combine(folder, FileName), new JsonObject
    {
        ["training"] = new JsonObject
        {
            ["clip"] = 1,
            ["earlyStopping"] = new JsonObject { ["patience"] = 100, ["metric"] = "balanced-accuracy" },
            ["ema"] = new JsonObject { ["decay"] = 0.9 },
        },
    });
}
