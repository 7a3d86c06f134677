#!/usr/bin/env python3
"""The safetensors format by its public description, with struct and json alone: a second reader and writer to hold ours against.

    python3 tests/Checkpoints/safetensors_layout.py make          writes Samples/ (committed) and Samples/expected.json
    python3 tests/Checkpoints/safetensors_layout.py read FILE     checks every rule, and prints what the file holds as JSON

What is printed: the metadata, and of each tensor dtype, shape and bytes in hexadecimal; whether each stands
at a multiple of its element's size ("aligned"); and "sha256", whether the checksum that GCnn writes into the metadata (the
SHA-256 of the file with these 64 digits as zeros) is right, or null where there is none.
"""
import hashlib
import json
import os
import struct
import sys

SIZES = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1}
PLACE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Samples")
EXPECTED = {}


def once(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), "a key stands there twice"
    return dict(pairs)


def read(path):
    with open(path, "rb") as file:
        content = file.read()
    length = struct.unpack("<Q", content[:8])[0]
    assert length <= 100_000_000 and 8 + length <= len(content) and content[8:9] == b"{"
    header = json.loads(content[8:8 + length].decode("utf-8"), object_pairs_hook=once)
    metadata, data = header.pop("__metadata__", {}), content[8 + length:]
    assert all(isinstance(text, str) for text in metadata.values())
    at, tensors, aligned = 0, {}, True
    for name, entry in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        begin, end = entry["data_offsets"]
        count = 1
        for size in entry["shape"]:
            count *= size
        assert begin == at and end - begin == count * SIZES[entry["dtype"]], name
        aligned &= (8 + length + begin) % SIZES[entry["dtype"]] == 0
        tensors[name] = {"dtype": entry["dtype"], "shape": entry["shape"], "bytes": data[begin:end].hex()}
        at = end
    assert at == len(data)
    digits = metadata.get("sha256", "")
    blank = content.replace(digits.encode(), b"0" * 64, 1)
    return {
        "metadata": metadata,
        "tensors": tensors,
        "aligned": aligned,
        "sha256": hashlib.sha256(blank).hexdigest() == digits if len(digits) == 64 else None,
    }


def write(name, tensors, metadata=None, pad=True, scatter=False):
    """tensors: name, dtype, shape, bytes in the order of their bytes. scatter: the header names them the other way round."""
    header, at = {}, 0
    for tensor, dtype, shape, content in tensors:
        header[tensor] = {"dtype": dtype, "shape": shape, "data_offsets": [at, at + len(content)]}
        at += len(content)
    if scatter:
        header = dict(reversed(header.items()))
    if metadata is not None:
        header = {"__metadata__": metadata, **header}
    text = json.dumps(header, indent=None if pad else 1).encode("utf-8")
    if pad:
        text += b" " * (-len(text) % 8)
    with open(os.path.join(PLACE, name), "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(content for _, _, _, content in tensors))
    EXPECTED[name] = {
        "metadata": metadata or {},
        "tensors": {tensor: {"dtype": dtype, "shape": shape, "bytes": content.hex()} for tensor, dtype, shape, content in tensors},
    }
    found = read(os.path.join(PLACE, name))
    assert {key: found[key] for key in EXPECTED[name]} == EXPECTED[name]


def make():
    os.makedirs(PLACE, exist_ok=True)
    numbers = [0, 1, -2, 3.5, -0.25, 100]
    whole = [0, 1, -2, 3, -100, 100]
    types = [
        ("f64", "F64", [2, 3], struct.pack("<6d", *numbers)), ("i64", "I64", [6], struct.pack("<6q", *whole)),
        ("f32", "F32", [3, 2], struct.pack("<6f", *numbers)), ("i32", "I32", [1, 6], struct.pack("<6i", *whole)),
        ("f16", "F16", [6], struct.pack("<6e", *numbers)),
        ("bf16", "BF16", [6], b"".join(struct.pack("<f", number)[2:] for number in numbers)),
        ("i16", "I16", [6], struct.pack("<6h", *whole)), ("i8", "I8", [6], struct.pack("<6b", *whole)),
        ("u8", "U8", [2, 1, 3], bytes([0, 1, 2, 128, 254, 255])), ("bool", "BOOL", [3], bytes([1, 0, 1])),
    ]
    write("types.safetensors", types, {"format": "pt"})
    write("backwards.safetensors", types, scatter=True)
    write("plain.safetensors", [("weight", "F32", [2, 2], struct.pack("<4f", 1, 2, 3, 4)), ("bias", "F32", [2], struct.pack("<2f", 5, 6))])
    write("shapes.safetensors", [
        ("scalar", "F32", [], struct.pack("<f", 7)), ("none", "F32", [0], b""), ("no rows", "I64", [0, 5], b""),
        ("no columns", "I64", [5, 0, 1 << 40], b""), ("deep", "U8", [1] * 9 + [2], b"\x05\x06"),
    ], {})
    write("names.safetensors", [
        ("", "U8", [1], b"\x01"), ("Größe \"λ\"\n☃🌌", "U8", [1], b"\x02"), ("a/b.c", "U8", [1], b"\x03"), ("sha256", "U8", [1], b"\x04"),
    ], {"ü": "line\nline \u0007 \\ \"", "empty": "", "sha256": "none"}, pad=False)
    write("empty.safetensors", [])
    with open(os.path.join(PLACE, "expected.json"), "w", encoding="utf-8") as file:
        json.dump(EXPECTED, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make()
    else:
        print(json.dumps(read(sys.argv[2])))
