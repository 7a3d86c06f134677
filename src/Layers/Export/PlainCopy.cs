using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Copies of the plain modules that stand in a net beside equivariant ones.</summary>
internal static class PlainCopy
{
    /// <summary>A module with weights is copied, dropout left out, any other without weights used as it is.</summary>
    /// <exception cref="NotSupportedException">It has weights and is of no known class, or is no function of one tensor.</exception>
    internal static nn.Module<Tensor, Tensor> Of(nn.Module module, ExportContext context) => module switch
    {
        Linear or Conv2d or ConvTranspose2d or BatchNorm1d or BatchNorm2d => Filled(module, context),
        Dropout or Dropout2d => nn.Identity(),
        _ when module.modules().OfType<EquivariantModule>().FirstOrDefault() is EquivariantModule inside => throw context.Refusal(
            module, $"its forward is code of its own, inside which {inside.GetName()} is used",
            "implement IExportable, or export its parts one by one instead"),
        nn.Module<Tensor, Tensor> plain when module.state_dict().Count == 0 => plain,
        nn.Module<Tensor, Tensor> => throw context.Refusal(
            module, "it has weights and is of a class that the export cannot copy",
            "implement IExportable, or export the layers before it and apply it after them instead"),
        _ => throw context.Refusal(module, "it is no function of one tensor", "leave it out of the sequence instead"),
    };

    private static nn.Module<Tensor, Tensor> Filled(nn.Module module, ExportContext context)
    {
        (Device device, ScalarType type) = (context.Device, context.Type);
        nn.Module<Tensor, Tensor> copy = module switch
        {
            Linear x => nn.Linear(x.in_features, x.out_features, x.bias is not null, device, type),
            BatchNorm1d x => nn.BatchNorm1d(x.num_features, x.eps, x.momentum ?? 0, x.affine, x.track_running_stats, device, type),
            BatchNorm2d x => nn.BatchNorm2d(x.num_features, x.eps, x.momentum ?? 0, x.affine, x.track_running_stats, device, type),
            ConvTranspose2d x => nn.ConvTranspose2d(
                x.in_channels, x.out_channels, Pair(x.kernel_size), Pair(x.stride), Pair(x.padding!), Pair(x.output_padding),
                Pair(x.dilation), x.padding_mode, x.groups, x.bias is not null, device, type),
            Conv2d { padding_type: Padding padding } x => nn.Conv2d(
                x.in_channels, x.out_channels, Pair(x.kernel_size), padding, Pair(x.stride), Pair(x.dilation), x.padding_mode, x.groups,
                x.bias is not null, device, type),
            _ => Plain((Conv2d)module, device, type),
        };
        copy.load_state_dict(module.state_dict());
        return copy;
    }

    private static Conv2d Plain(Conv2d x, Device device, ScalarType type) => nn.Conv2d(
        x.in_channels, x.out_channels, Pair(x.kernel_size), Pair(x.stride), Pair(x.padding!), Pair(x.dilation), x.padding_mode, x.groups,
        x.bias is not null, device, type);

    private static (long, long) Pair(long[] sides) => (sides[0], sides[1]);
}
