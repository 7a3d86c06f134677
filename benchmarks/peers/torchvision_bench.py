#!/usr/bin/python3
"""Times torchvision's random transforms: the twin of the row "augment colour" of `gcnn bench augment`.

usage: /usr/bin/python3 torchvision_bench.py --rows ROWS.json [--out OUT.json] [--budget 10]

The transforms draw anew for each image, so each image goes through them by itself, as torchvision's data sets do. Two ways are there, on
tensors and on PIL images that become tensors at the end; both are tried and the faster one is the contestant.
"""
import argparse

import bench_peer

TRIES = 3


def main():
    options = bench_peer.arguments(argparse.ArgumentParser(description="Times of torchvision")).parse_args()
    bench_peer.main(options, build)


def build(case):
    """The work of a case, or None."""
    if case["work"] != "augment colour":
        return None
    import torch
    from torchvision.transforms.functional import to_pil_image
    images = torch.rand(case["batch"], case["fields"], case["size"], case["size"])
    pictures = [to_pil_image(image) for image in images]
    on_tensors, on_pictures = transforms(case["size"])

    def tensors():
        return torch.stack([on_tensors(image) for image in images])

    def pil():
        return torch.stack([on_pictures(picture) for picture in pictures])
    return min((tensors, pil), key=lambda way: min(bench_peer.timed(way) for _ in range(TRIES)))


def transforms(size):
    """Rotation, scale, shift, flip and colour, on tensors and on PIL images."""
    from torchvision import transforms as T
    shift = 3 / size
    steps = [
        T.RandomAffine(180, translate=(shift, shift), scale=(1 / 1.15, 1.15), interpolation=T.InterpolationMode.BILINEAR),
        T.RandomHorizontalFlip(),
        T.ColorJitter(brightness=0.1, contrast=0.2, saturation=0.2),
    ]
    return T.Compose(steps), T.Compose([*steps, T.ToTensor()])


if __name__ == "__main__":
    main()
