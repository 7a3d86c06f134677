namespace TorchSharp;

/// <summary>TorchSharp's module file: a count, then for each tensor its name and the <see cref="TensorFormat"/>.</summary>
internal static class StateFormat
{
    /// <summary>The tensors in the file that <paramref name="expected"/> also has; the others are read past.</summary>
    internal static Dictionary<string, torch.Tensor> Read(
        BinaryReader reader, Dictionary<string, torch.Tensor> expected, bool strict, IList<string> skip, Dictionary<string, bool>? loaded)
    {
        var count = reader.ReadLeb128();
        if (strict && count > expected.Count)
        {
            throw new InvalidDataException($"The data hold {count} tensors, the module has {expected.Count}.");
        }

        var result = new Dictionary<string, torch.Tensor>();
        for (long i = 0; i < count; i++)
        {
            var key = reader.ReadText();
            var found = expected.TryGetValue(key, out var target);
            if (strict && !found && !skip.Contains(key)) throw new InvalidDataException($"The module has no parameter or buffer '{key}'.");
            if (found && !skip.Contains(key))
            {
                if (!result.TryAdd(key, TensorFormat.Read(reader, key, target!)))
                {
                    throw new InvalidDataException($"'{key}' stands there twice.");
                }
            }
            else
            {
                TensorFormat.Skip(reader, key);
            }

            loaded?.TryAdd(key, found);
        }

        return result;
    }
}
