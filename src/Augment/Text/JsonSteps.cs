using System.Text.Json;

namespace GCnn.Augment;

/// <summary>Reads steps, and says of each where it stands.</summary>
internal static class JsonSteps
{
    /// <summary>The steps of a pipeline.</summary>
    public static Augmentation[] Read(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Array)
        {
            throw new PipelineException(
                $"A pipeline is a list of steps, such as [{{\"kind\": \"flip\"}}]; this text holds {JsonText.Shorten(root.GetRawText())}." +
                (root.ValueKind is JsonValueKind.Object ? " Put it in square brackets." : string.Empty));
        }

        return [.. root.EnumerateArray().Select((step, n) => ReadStep(step, $"Step {n + 1}"))];
    }

    /// <summary>One step.</summary>
    public static Augmentation ReadStep(JsonElement step, string place)
    {
        if (step.ValueKind is not JsonValueKind.Object)
        {
            throw new PipelineException(
                $"{place} is {JsonText.Shorten(step.GetRawText())}; a step is an object such as {{\"kind\": \"flip\"}}.");
        }

        string name = KindOf(step, place);
        AugmentationKind kind = AugmentationKinds.Named(name) ?? throw new PipelineException(
            $"{place}: there is no augmentation of kind '{JsonText.Shorten(name)}'; the kinds are {AugmentationKinds.Names}.");
        return (Augmentation)kind.Form.Read(step, $"{place} ({name})");
    }

    private static string KindOf(JsonElement step, string place)
    {
        JsonProperty[] kinds = [.. step.EnumerateObject().Where(member => member.Name == PipelineJson.KindProperty)];
        return kinds switch
        {
            [] => throw new PipelineException($"{place} has no '{PipelineJson.KindProperty}'; the kinds are {AugmentationKinds.Names}."),
            [{ Value.ValueKind: JsonValueKind.String } kind] => kind.Value.GetString()!,
            [var kind] => throw new PipelineException(
                $"{place}: the kind is {JsonText.Shorten(kind.Value.GetRawText())}; it needs one of {AugmentationKinds.Names}."),
            _ => throw new PipelineException($"{place} gives '{PipelineJson.KindProperty}' twice; leave one out."),
        };
    }
}
