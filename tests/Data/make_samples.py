#!/usr/bin/env python3
"""Makes Samples/: small files in each format, written by the format's own library, and expected.json with the numbers that must be read.

Once, on Debian: apt-get install python3-h5py python3-astropy python3-numpy python3-pil; python3 tests/Data/make_samples.py
The files are committed; the tests do not need Python. expected.json has, for each case: the file, options of the reader, the names of the
samples, the size and the values of each image (channels x rows x columns), and the labels.
"""
import gzip
import io
import json
import os
import struct
import zipfile

import h5py
import numpy as np
from astropy.io import fits
from PIL import Image

PLACE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Samples")
CASES = []
random = np.random.RandomState(20261122)


def path(name):
    return os.path.join(PLACE, name)


def case(name, images, labels=None, options=None, ids=None):
    """images: arrays of C x H x W, as they must be read."""
    CASES.append({
        "file": name,
        "options": options or {},
        "ids": ids or [str(i) for i in range(len(images))],
        "images": [{"size": list(image.shape), "values": [float(np.float32(v)) for v in image.ravel()]} for image in images],
        "labels": None if labels is None else [[float(v) for v in np.atleast_1d(row)] for row in labels],
    })


def unit(images):
    """Bytes as they must be read: in [0, 1], in single precision."""
    return images.astype(np.float32) / np.float32(255)


def planes(images):
    return np.moveaxis(images, -1, 1)


def draw_bytes(*shape):
    return random.randint(0, 256, shape).astype(np.uint8)


def draw_floats(*shape):
    return (random.standard_normal(shape) * 100).round(3)


def make_hdf5():
    images, labels = draw_bytes(4, 5, 6, 3), np.array([0, 9, 3, 3], dtype=np.uint8)
    for name, how in {"contiguous": {}, "chunked": {"chunks": (2, 3, 4, 1)},
                      "gzip": {"chunks": (1, 5, 6, 3), "compression": "gzip", "shuffle": True, "fletcher32": True}}.items():
        with h5py.File(path(f"{name}.h5"), "w") as file:
            file.create_dataset("images", data=images, **how)
            file.create_dataset("ans", data=labels)
        case(f"{name}.h5", planes(unit(images)), labels)
    with h5py.File(path("latest.h5"), "w", libver="latest", userblock_size=512) as file:
        file.create_dataset("images", data=images, chunks=(3, 5, 6, 3), compression="gzip")
        file.create_dataset("ans", data=labels.astype(">i8"))
    case("latest.h5", planes(unit(images)), labels)
    floats, votes = draw_floats(3, 3, 4, 5), random.random_sample((3, 7))
    with h5py.File(path("planes.h5"), "w") as file:
        group = file.create_group("set/train")
        group.create_dataset("x", data=floats.astype(">f4"))
        group.create_dataset("y", data=votes, compression="gzip")
    case("planes.h5", floats.astype(np.float32), votes, {"ImagesName": "set/train/x", "LabelsName": "/set/train/y", "Channels": "First"})
    with h5py.File(path("numbers.h5"), "w") as file:
        for kind in ["i1", "u2", "i2", ">i2", "u4", "i4", "u8", "i8", "f4", "f8", ">f8"]:
            numbers = random.randint(0 if "u" in kind else -100, 100, (2, 2, 3)).astype(kind)
            file.create_dataset(kind, data=numbers)
            case("numbers.h5", numbers[:, None], None, {"ImagesName": kind})


def make_fits():
    single = draw_floats(5, 7).astype(np.float32)
    fits.PrimaryHDU(single).writeto(path("single.fits"), overwrite=True)
    case("single.fits", [single[None]], ids=["0"])
    several = [draw_floats(4, 6).astype(kind) for kind in ("float64", "int16", "int32", "uint8")]
    cube = draw_floats(3, 4, 6).astype(np.float32)
    hdus = [fits.PrimaryHDU()] + [fits.ImageHDU(image) for image in several] + [fits.ImageHDU(cube)]
    table = fits.BinTableHDU.from_columns([fits.Column("flux", "E", array=np.arange(3.0))])
    fits.HDUList(hdus[:2] + [table] + hdus[2:]).writeto(path("several.fits"), overwrite=True)
    read = [unit(image) if image.dtype == np.uint8 else image.astype(np.float32) for image in several]
    case("several.fits", [image[None] for image in read] + [cube], ids=["1", "3", "4", "5", "6"])
    stack = np.concatenate([np.stack(read), cube])
    case("several.fits", [stack], options={"Fits": "Channels"}, ids=["1"])
    case("several.fits", [plane[None] for plane in stack], options={"Fits": "Planes"},
         ids=["1.0", "3.0", "4.0", "5.0", "6.0", "6.1", "6.2"])
    stored = random.randint(-1000, 1000, (3, 4)).astype(np.int16)
    scaled = fits.PrimaryHDU(stored.copy())
    scaled.header["BSCALE"], scaled.header["BZERO"] = 0.25, 1000.0
    scaled.writeto(path("scaled.fits"), overwrite=True)
    # astropy scales again what has the keywords; write the stored numbers as they are.
    with fits.open(path("scaled.fits"), do_not_scale_image_data=True) as hdus:
        raw = hdus[0].data
    case("scaled.fits", [(raw * 0.25 + 1000.0).astype(np.float32)[None]], ids=["0"])
    unsigned = random.randint(0, 65536, (3, 4)).astype(np.uint16)
    fits.PrimaryHDU(unsigned).writeto(path("unsigned.fits"), overwrite=True)
    case("unsigned.fits", [unsigned.astype(np.float32)[None]], ids=["0"])
    blank = random.randint(-9, 9, (3, 4)).astype(np.int16)
    blank[1, 2] = -32768
    hdu = fits.PrimaryHDU(blank)
    hdu.header["BLANK"] = -32768
    hdu.writeto(path("blank.fits"), overwrite=True)
    filled = blank.astype(np.float32)
    filled[1, 2] = -7
    case("blank.fits", [filled[None]], options={"NotFinite": "Replace", "Replacement": -7}, ids=["0"])
    holes = draw_floats(3, 4).astype(np.float32)
    holes[0, 0], holes[2, 3] = np.nan, np.inf
    fits.PrimaryHDU(holes).writeto(path("nan.fits"), overwrite=True)
    case("nan.fits", [np.where(np.isfinite(holes), holes, 0).astype(np.float32)[None]], options={"NotFinite": "Replace"}, ids=["0"])
    degenerate = draw_floats(1, 1, 3, 4).astype(np.float32)
    fits.PrimaryHDU(degenerate).writeto(path("radio.fits"), overwrite=True)
    case("radio.fits", [degenerate[0]], ids=["0"])
    packed = random.randint(0, 500, (8, 9)).astype(np.int16)
    for method in ("RICE_1", "GZIP_1", "GZIP_2", "PLIO_1", "HCOMPRESS_1"):
        name = f"{method[:4].lower()}{method[-1]}.fits.fz"
        fits.HDUList([fits.PrimaryHDU(), fits.CompImageHDU(packed, compression_type=method)]).writeto(path(name), overwrite=True)
        if method != "HCOMPRESS_1":  # refused, see FitsCards
            case(name, [packed.astype(np.float32)[None]], ids=["1"])
    lossless = draw_floats(6, 5).astype(np.float32)
    hdu = fits.CompImageHDU(lossless, compression_type="GZIP_1", quantize_level=0)
    fits.HDUList([fits.PrimaryHDU(), hdu]).writeto(path("float.fits.fz"), overwrite=True)
    case("float.fits.fz", [lossless[None]], ids=["1"])
    with open(path("single.fits"), "rb") as file, gzip.GzipFile(path("single.fits.gz"), "wb", mtime=0) as packed_file:
        packed_file.write(file.read())
    case("single.fits.gz", [single[None]], ids=["0"])


def make_numpy():
    for kind in ["u1", "i1", "u2", "<i2", ">i2", "u4", "<i4", ">i4", "u8", "i8", "f2", "<f4", ">f4", "<f8", ">f8", "?"]:
        low, high = (0, 200) if "u" in kind else (0, 2) if kind == "?" else (-100, 100)
        numbers = random.randint(low, high, (2, 3, 4)).astype(kind)
        name = f"{kind.replace('<', 'le').replace('>', 'be').replace('?', 'b1')}.npy"
        np.save(path(name), numbers)
        case(name, (unit(numbers) if kind == "u1" else numbers.astype(np.float32))[:, None])
    colour = draw_bytes(3, 4, 5, 3)
    np.save(path("colour.npy"), colour)
    case("colour.npy", planes(unit(colour)))
    bands = draw_floats(2, 5, 6, 7).astype(np.float32)
    np.save(path("bands.npy"), bands)
    case("bands.npy", bands)
    case("bands.npy", planes(bands), options={"Channels": "Last"})
    single = draw_floats(6, 7)
    for version in [(1, 0), (2, 0), (3, 0)]:
        name = f"version{version[0]}.npy"
        with open(path(name), "wb") as file:
            np.lib.format.write_array(file, single, version=version)
        case(name, [single.astype(np.float32)[None]])
    images, labels, votes = draw_bytes(3, 4, 5, 3), np.array([2, 0, 1]), random.random_sample((3, 4)).astype(np.float32)
    np.savez(path("stored.npz"), images=images, ans=labels)
    case("stored.npz", planes(unit(images)), labels)
    np.savez_compressed(path("packed.npz"), x_train=images[..., :1], y_train=votes, names=np.array(["a", "b", "c"]))
    case("packed.npz", planes(unit(images[..., :1])), votes, {"ImagesName": "x_train", "LabelsName": "y_train"})
    np.savez(path("unlabelled.npz"), images=images)
    case("unlabelled.npz", planes(unit(images)))


def idx(numbers, code):
    return struct.pack(">BBBB", 0, 0, code, numbers.ndim) + struct.pack(f">{numbers.ndim}I", *numbers.shape) + numbers.tobytes()


def make_idx():
    """No library writes IDX; these are the bytes of the format's description, as numpy gives them in big-endian order."""
    digits, labels = draw_bytes(3, 4, 5), np.array([7, 2, 1], dtype=np.uint8)
    for ending, opened in {"": open, ".gz": lambda name, mode: gzip.GzipFile(name, mode, mtime=0)}.items():
        with opened(path("t10k-images-idx3-ubyte" + ending), "wb") as file:
            file.write(idx(digits, 8))
        with opened(path("t10k-labels-idx1-ubyte" + ending), "wb") as file:
            file.write(idx(labels, 8))
        case("t10k-images-idx3-ubyte" + ending, unit(digits)[:, None], labels)
    for code, kind in {9: ">i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}.items():
        numbers = random.randint(-100, 100, (2, 3, 4)).astype(kind)
        with open(path(f"type{code}.idx"), "wb") as file:
            file.write(idx(numbers, code))
        case(f"type{code}.idx", numbers.astype(np.float32)[:, None])
    colour = draw_bytes(2, 4, 5, 3)
    with open(path("colour.idx"), "wb") as file:
        file.write(idx(colour, 8))
    case("colour.idx", planes(unit(colour)))


def picture_bytes(pixels, form, **how):
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, form, **how)
    return stream.getvalue()


def make_pictures():
    """JPEG decoders may differ by a level; the JPEGs are of one colour, which all of them agree on."""
    colour, grey = draw_bytes(5, 7, 3), draw_bytes(6, 4)
    flat = np.broadcast_to(np.array([128, 128, 128], dtype=np.uint8), (8, 8, 3)).copy()
    files = {"b/colour.png": picture_bytes(colour, "PNG"), "b/grey.PNG": picture_bytes(grey, "PNG"),
             "flat.jpg": picture_bytes(flat, "JPEG", quality=95), "flat-grey.jpeg": picture_bytes(flat[..., 0], "JPEG"),
             "progressive.jpg": picture_bytes(flat, "JPEG", progressive=True), "notes.txt": b"not a picture\n",
             "labels.csv": b"object_id,morphology,file\na,smooth,flat.jpg\n"}
    read = {"b/colour.png": colour, "b/grey.PNG": np.stack([grey] * 3, -1), "flat.jpg": flat, "flat-grey.jpeg": flat, "progressive.jpg": flat}
    names = sorted(read)
    for name, how in {"pictures.zip": zipfile.ZIP_DEFLATED, "pictures-stored.zip": zipfile.ZIP_STORED}.items():
        with zipfile.ZipFile(path(name), "w", how) as file:
            for entry, content in files.items():
                file.writestr(zipfile.ZipInfo(entry, (2026, 11, 22, 0, 0, 0)), content, how)
        case(name, [unit(np.moveaxis(read[n], -1, 0)) for n in names], ids=names)
    for name in ("colour.png", "flat.jpg", "progressive.jpg"):
        entry = next(n for n in names if n.endswith(name))
        with open(path(name), "wb") as file:
            file.write(files[entry])
        case(name, [unit(np.moveaxis(read[entry], -1, 0))], ids=[name])


def main():
    os.makedirs(PLACE, exist_ok=True)
    for old in os.listdir(PLACE):
        os.remove(path(old))
    for make in (make_hdf5, make_fits, make_numpy, make_idx, make_pictures):
        make()
    with open(path("expected.json"), "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in CASES) + "\n]\n")


if __name__ == "__main__":
    main()
