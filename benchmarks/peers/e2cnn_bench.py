#!/usr/bin/python3
"""Times e2cnn's layers and nets: the twins of those that `gcnn bench` measures, by the same libtorch, threads and optimiser.

usage: /usr/bin/python3 e2cnn_bench.py --rows ROWS.json [--out OUT.json] [--e2cnn DIR] [--budget 10]

Layers are in training mode, in which e2cnn makes its filter of the weights at each call, as its users pay it; nets are in evaluation mode
for the forward pass. The nets have the depth, channels, kernels, strides, padding and pooling of ours.
"""
import bench_peer
import e2cnn_library

CLASSES = 10
WIDTHS = (6, 11, 23)  # of the residual net that begins with 6 fields
BLOCKS = 3


def main():
    options = bench_peer.arguments(e2cnn_library.arguments("Times of e2cnn")).parse_args()
    e2cnn_library.load(options.e2cnn)
    bench_peer.main(options, build)


def build(case):
    """The work of a case, or None."""
    if case["work"] in ("conv 3x3", "conv 5x5 steerable"):
        return layer(case, 3 if case["work"] == "conv 3x3" else 5)
    if case["work"] in ("residual net", "P4CNN"):
        return net(case)
    return None


def layer(case, size):
    """A convolution between regular fields."""
    import torch
    from e2cnn import nn
    fields = regular(e2cnn_library.space(case["group"]), case["fields"])
    made = nn.R2Conv(fields, fields, size, padding=size // 2, bias=False).train()
    images = torch.randn(case["batch"], fields.size, case["size"], case["size"])
    return bench_peer.convolution(case, made, [made.weights], images, lambda conv, x: conv(nn.GeometricTensor(x, fields)).tensor)


def net(case):
    """A forward pass or a training step of a whole net."""
    import torch
    made, colours, optimizer = residual_net(case) if case["work"] == "residual net" else p4cnn(case)
    images = torch.randn(case["batch"], colours, case["size"], case["size"])
    labels = torch.arange(case["batch"]) % CLASSES
    if case["pass"] == "forward":
        made.eval()

        def forward():
            with torch.no_grad():
                made(images)
        return forward
    made.train()

    def step():
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(made(images), labels).backward()
        optimizer.step()
    return step


def regular(space, fields):
    """A type of regular fields."""
    from e2cnn import nn
    return nn.FieldType(space, [space.regular_repr] * fields)


def normalised(conv):
    """A convolution, batch norm and ReLU."""
    from e2cnn import nn
    return [conv, nn.InnerBatchNorm(conv.out_type), nn.ReLU(conv.out_type, inplace=True)]


def p4cnn(case):
    """Seven convolutions of 3 x 3 pixels, the last of 4 x 4, nothing padded; the maximum over the group and over positions."""
    import torch
    from e2cnn import nn
    space = e2cnn_library.space(case["group"])
    order = space.regular_repr.size
    first = nn.FieldType(space, [space.trivial_repr])
    hidden = regular(space, case["fields"])
    layers = normalised(nn.R2Conv(first, hidden, 3)) + normalised(nn.R2Conv(hidden, hidden, 3))
    layers.append(nn.PointwiseMaxPool(hidden, 2))
    for _ in range(4):
        layers += normalised(nn.R2Conv(hidden, hidden, 3))
    layers.append(nn.R2Conv(hidden, regular(space, CLASSES), 4))
    features = nn.SequentialModule(*layers)

    class Net(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.features = features

        def forward(self, images):
            maps = self.features(nn.GeometricTensor(images, first)).tensor
            return maps.reshape(len(maps), CLASSES, order, -1).amax((2, 3))

    made = Net()
    return made, 1, torch.optim.Adam(made.parameters(), 1e-3)


def residual_net(case):
    """Three stages of three blocks behind a lifting convolution; the mean over the group and over positions, a linear classifier."""
    import torch
    from e2cnn import nn
    space = e2cnn_library.space(case["group"])
    order = space.regular_repr.size
    widths = [max(1, width * case["fields"] // WIDTHS[0]) for width in WIDTHS]
    first = nn.FieldType(space, [space.trivial_repr] * 3)

    class Block(torch.nn.Module):
        def __init__(self, fields_in, fields_out, stride):
            super().__init__()
            self.branch = nn.SequentialModule(
                *normalised(nn.R2Conv(fields_in, fields_out, 3, stride=stride, padding=1, bias=False)),
                nn.R2Conv(fields_out, fields_out, 3, padding=1, bias=False), nn.InnerBatchNorm(fields_out))
            self.shortcut = None
            if stride > 1 or fields_in != fields_out:
                self.shortcut = nn.SequentialModule(
                    nn.R2Conv(fields_in, fields_out, 1, stride=stride, bias=False), nn.InnerBatchNorm(fields_out))
            self.relu = nn.ReLU(fields_out, inplace=True)

        def forward(self, maps):
            return self.relu(self.branch(maps) + (maps if self.shortcut is None else self.shortcut(maps)))

    class Net(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.stem = nn.SequentialModule(*normalised(nn.R2Conv(first, regular(space, widths[0]), 3, padding=1, bias=False)))
            blocks, fields = [], regular(space, widths[0])
            for stage, width in enumerate(widths):
                for block in range(BLOCKS):
                    blocks.append(Block(fields, regular(space, width), 2 if stage > 0 and block == 0 else 1))
                    fields = regular(space, width)
            self.blocks = torch.nn.ModuleList(blocks)
            self.classifier = torch.nn.Linear(widths[-1], CLASSES)

        def forward(self, images):
            maps = self.stem(nn.GeometricTensor(images, first))
            for block in self.blocks:
                maps = block(maps)
            return self.classifier(maps.tensor.reshape(len(images), widths[-1], order, -1).mean((2, 3)))

    made = Net()
    return made, 3, torch.optim.SGD(made.parameters(), 0.01, momentum=0.9, weight_decay=1e-4)


if __name__ == "__main__":
    main()
