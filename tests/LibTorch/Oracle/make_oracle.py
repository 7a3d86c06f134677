#!/usr/bin/python3
"""Writes oracle.json: what PyTorch itself (Debian's python3-torch 1.13.1, the libtorch that the binding calls) gives.

usage: /usr/bin/python3 make_oracle.py        writes oracle.json beside this file

A case has inputs, outputs, the weights of a sum over the differentiable outputs, and that sum's gradients. Numbers are
float64 in their shortest exact form. The C# tests find a case by its name and compute it again. A name begins with the
member that the case is for; what follows a slash tells cases of one member apart.
"""
import inspect
import json
import math
import os

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
G = torch.Generator().manual_seed(20)
CASES = {}
SHARP_NAMES = {"pos_weight": "pos_weights"}  # where TorchSharp's name differs from PyTorch's


def x(*shape, digits=2):
    """Normal numbers of few digits, so that they are short in the file and exact in both languages."""
    return torch.round(torch.randn(shape, generator=G), decimals=digits)


def positive(*shape):
    return torch.round(torch.rand(shape, generator=G) + 0.5, decimals=2)


def integers(high, *shape):
    return torch.randint(high, shape, generator=G)


def mask(*shape):
    return torch.rand(shape, generator=G) < 0.5


def pack(t):
    kind = {torch.float64: "f8", torch.float32: "f4", torch.int64: "i8", torch.int32: "i4", torch.bool: "b1", torch.uint8: "u1"}[t.dtype]
    return {"t": kind, "s": list(t.shape), "d": t.detach().reshape(-1).tolist()}


def record(name, outputs, inputs, leaves, seed=None):
    if isinstance(outputs, (bool, int, float)):
        outputs = torch.tensor(outputs)
    outputs = [outputs] if isinstance(outputs, torch.Tensor) else list(outputs)
    differentiable = [o for o in outputs if o.requires_grad]
    weights = [x(*o.shape, digits=1) for o in differentiable]
    gradients = {}
    if differentiable:
        sum((o * w).sum() for o, w in zip(differentiable, weights)).backward()
        gradients = {k: pack(v.grad) for k, v in leaves.items() if v.grad is not None}
    entry = {"in": {k: pack(v) for k, v in inputs.items()}, "out": [pack(o) for o in outputs]}
    if gradients:
        entry |= {"w": [pack(w) for w in weights], "grad": gradients}
    if seed is not None:
        entry["seed"] = seed
    assert name not in CASES, name
    CASES[name] = entry


def case(name, function, *values, seed=None):
    """A function of tensors; its inputs are named as its parameters are."""
    names = list(inspect.signature(function).parameters)
    assert len(names) == len(values), name
    inputs = dict(zip(names, values))
    leaves = {k: v.clone().requires_grad_(v.is_floating_point()) for k, v in inputs.items()}
    if seed is not None:
        torch.manual_seed(seed)
    record(name, function(**leaves), inputs, leaves, seed)


def module_case(name, module, *values):
    """A module whose state is drawn anew; the state after the call is among the outputs where it is not learned."""
    with torch.no_grad():
        for key, t in module.state_dict().items():
            if t.is_floating_point():
                t.copy_(positive(*t.shape) if "var" in key else x(*t.shape))
    inputs = {f"input{i}": v for i, v in enumerate(values)}
    inputs |= {SHARP_NAMES.get(k, k): v.clone() for k, v in module.state_dict().items()}
    leaves = {k: v.clone().requires_grad_(v.is_floating_point()) for k, v in inputs.items() if k.startswith("input")}
    leaves |= dict(module.named_parameters())
    outputs = [module(*[leaves[f"input{i}"] for i in range(len(values))]), *[b for _, b in module.named_buffers()]]
    record(name, outputs, inputs, leaves)


# --- elementwise -------------------------------------------------------------------------------------------------
for op in "abs neg exp expm1 square sin cos atan sinh cosh tanh sigmoid relu floor ceil round sign reciprocal erf frac trunc".split():
    case(f"Tensor.{op}", eval(f"lambda a: torch.{op}(a)"), x(3, 2))
for op in "log log1p sqrt rsqrt".split():
    case(f"Tensor.{op}", eval(f"lambda a: torch.{op}(a)"), positive(3, 2))
for op in "asin acos tan".split():
    case(f"Tensor.{op}", eval(f"lambda a: torch.{op}(a)"), torch.round(x(3, 2).tanh() * 0.9, decimals=2))
for op in "abs_ neg_ exp_ sigmoid_ tanh_ relu_ floor_ round_ reciprocal_ zero_".split():
    case(f"Tensor.{op}", eval(f"lambda a: a.clone().{op}()"), x(3, 2))
for op in "log_ sqrt_".split():
    case(f"Tensor.{op}", eval(f"lambda a: a.clone().{op}()"), positive(3, 2))
case("Tensor.round/decimals", lambda a: a.round(decimals=1), x(3, 2))
case("Tensor.silu", lambda a: F.silu(a), x(3, 2))
case("Tensor.isnan", lambda a: torch.isnan(a / 0), torch.tensor([1.0, 0.0, -2.0]))
case("Tensor.isfinite", lambda a: torch.isfinite(a / 0 * 0 + a), torch.tensor([1.0, 0.0, -2.0]))
case("Tensor.logical_not", lambda a: a.logical_not(), mask(5))

for op in ["add", "sub", "mul", "div", "atan2", "maximum", "minimum"]:
    case(f"Tensor.{op}", eval(f"lambda a, b: torch.{op}(a, b)"), x(3, 2), x(3, 2))
for op in ["add", "sub", "mul", "div"]:
    case(f"Tensor.{op}/broadcast", eval(f"lambda a, b: torch.{op}(a, b)"), x(3, 2), x(3, 1))
    case(f"Tensor.{op}/scalar", eval(f"lambda a: torch.{op}(a, 1.7)"), x(3, 2))
    case(f"Tensor.{op}_", eval(f"lambda a, b: a.clone().{op}_(b)"), x(3, 2), x(3, 2))
    case(f"Tensor.{op}_/scalar", eval(f"lambda a: a.clone().{op}_(1.7)"), x(3, 2))
case("Tensor.add/alpha", lambda a, b: torch.add(a, b, alpha=0.3), x(3, 2), x(3, 2))
case("Tensor.add_/alpha", lambda a, b: a.clone().add_(b, alpha=0.3), x(3, 2), x(3, 2))
case("Tensor.div/trunc", lambda a, b: torch.div(a, b, rounding_mode="trunc"), x(3, 2), positive(3, 2))
case("Tensor.div/floor", lambda a: torch.div(a, 0.3, rounding_mode="floor"), x(3, 2))
case("Tensor.remainder", lambda a: torch.remainder(a, 0.7), x(3, 2))
case("Tensor.remainder_", lambda a: a.clone().remainder_(0.7), x(3, 2))
case("Tensor.pow", lambda a: a.pow(2.5), positive(3, 2))
case("Tensor.pow/tensor", lambda a, b: a.pow(b), positive(3, 2), x(3, 2))
case("Tensor.pow_", lambda a: a.clone().pow_(3), x(3, 2))
case("Tensor.clamp", lambda a: a.clamp(-0.5, 0.6), x(3, 2))
case("Tensor.clamp/one side", lambda a: a.clamp(max=0.6), x(3, 2))
case("Tensor.clamp_", lambda a: a.clone().clamp_(-0.5, 0.6), x(3, 2))
case("Tensor.clamp_min", lambda a: a.clamp_min(0.1), x(3, 2))
case("Tensor.clamp_max", lambda a: a.clamp_max(0.1), x(3, 2))
case("Tensor.clamp_min_", lambda a: a.clone().clamp_min_(0.1), x(3, 2))
case("Tensor.clamp_max_", lambda a: a.clone().clamp_max_(0.1), x(3, 2))
case("Tensor.masked_fill", lambda a, m: a.masked_fill(m, 2.5), x(3, 2), mask(3, 2))
case("Tensor.masked_fill_", lambda a, m: a.clone().masked_fill_(m, 2.5), x(3, 2), mask(3, 2))
for op in ["addcmul", "addcdiv"]:
    case(f"Tensor.{op}", eval(f"lambda a, b, c: a.{op}(b, c, value=0.7)"), x(3, 2), x(3, 2), positive(3, 2))
    case(f"Tensor.{op}_", eval(f"lambda a, b, c: a.clone().{op}_(b, c, value=0.7)"), x(3, 2), x(3, 2), positive(3, 2))
case("Tensor.lerp", lambda a, b, c: a.lerp(b, c), x(3, 2), x(3, 2), positive(3, 2))
case("Tensor.lerp_", lambda a, b, c: a.clone().lerp_(b, c), x(3, 2), x(3, 2), positive(3, 2))
case("Tensor.fill_", lambda a: a.clone().fill_(1.5), x(3, 2))
case("Tensor.where", lambda a, b, m: torch.where(m, a, b), x(3, 2), x(3, 2), mask(3, 2))
case("torch.where", lambda a, b, m: torch.where(m, a, b), x(3, 2), x(3, 2), mask(3, 2))

for op, sign in {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}.items():
    case(f"Tensor.{op}", eval(f"lambda a, b: a {sign} b"), integers(3, 6), integers(3, 6))
    case(f"Tensor.{op}/scalar", eval(f"lambda a: a {sign} 1"), integers(3, 6))
case("Tensor.logical_and", lambda a, b: a.logical_and(b), mask(6), mask(6))
case("Tensor.logical_or", lambda a, b: a.logical_or(b), mask(6), mask(6))
case("Tensor.equal", lambda a, b: torch.tensor([torch.equal(a, a), torch.equal(a, b)]), x(3), x(3))
case("Tensor.allclose", lambda a: torch.tensor([torch.allclose(a, a + 1e-9), torch.allclose(a, a + 1e-3), torch.allclose(a, a + 1e-3, atol=1e-2)]), x(3))
case("torch.equal", lambda a, b: torch.tensor([torch.equal(a, a), torch.equal(a, b)]), x(3), x(3))
case("torch.allclose", lambda a: torch.tensor([torch.allclose(a, a + 1e-9), torch.allclose(a, a + 1e-3)]), x(3))

for name, sign in {"Addition": "+", "Subtraction": "-", "Multiply": "*", "Division": "/"}.items():
    case(f"Tensor.op_{name}", eval(f"lambda a, b: (a {sign} b, a {sign} 1.7, a {sign} 3, 1.7 {sign} b, 3 {sign} b)"), x(2, 2), positive(2, 2))
    case(f"Tensor.op_{name}/other numbers", eval(f"lambda a: (a {sign} 0.5, a {sign} 3, a {sign} 1.7, 0.5 {sign} a, 3 {sign} a, 1.7 {sign} a)"), positive(2, 2))
case("Tensor.op_UnaryNegation", lambda a: -a, x(2, 2))
for name, sign in {"GreaterThan": ">", "GreaterThanOrEqual": ">=", "LessThan": "<", "LessThanOrEqual": "<="}.items():
    case(f"Tensor.op_{name}", eval(f"lambda a, b: (a {sign} b, a {sign} 1)"), integers(3, 6), integers(3, 6))
for op in "exp sin cos tanh sigmoid abs".split():
    case(f"torch.{op}", eval(f"lambda a: torch.{op}(a)"), x(3))
for op in "log sqrt".split():
    case(f"torch.{op}", eval(f"lambda a: torch.{op}(a)"), positive(3))
case("torch.maximum", lambda a, b: torch.maximum(a, b), x(4), x(4))
case("torch.minimum", lambda a, b: torch.minimum(a, b), x(4), x(4))

# --- reductions ----------------------------------------------------------------------------------------------------
case("Tensor.sum", lambda a: a.sum(), x(3, 2))
case("Tensor.sum/dimension", lambda a: a.sum(1), x(3, 2))
case("Tensor.sum/dimensions", lambda a: a.sum([0, 2], keepdim=True), x(2, 3, 2))
case("Tensor.sum/type", lambda a: a.sum(dtype=torch.float64), integers(9, 4))
case("Tensor.mean", lambda a: a.mean(), x(3, 2))
case("Tensor.mean/dimensions", lambda a: a.mean([0, 2], keepdim=True), x(2, 3, 2))
for op in ["var", "std"]:
    case(f"Tensor.{op}", eval(f"lambda a: a.{op}()"), x(3, 2))
    case(f"Tensor.{op}/biased", eval(f"lambda a: a.{op}(unbiased=False)"), x(3, 2))
    case(f"Tensor.{op}/dimension", eval(f"lambda a: a.{op}(1, unbiased=True, keepdim=True)"), x(2, 3))
    case(f"Tensor.{op}/dimensions", eval(f"lambda a: a.{op}([0, 2], unbiased=False)"), x(2, 3, 2))
for op in ["max", "min"]:
    case(f"Tensor.{op}", eval(f"lambda a: a.{op}()"), x(3, 2))
    case(f"Tensor.{op}/other", eval(f"lambda a, b: torch.{op}(a, b)"), x(3, 2), x(3, 2))
    case(f"Tensor.{op}/dimension", eval(f"lambda a: a.{op}(1, keepdim=True)"), x(2, 3))
    case(f"Tensor.a{op}", eval(f"lambda a: a.a{op}((0, 2))"), x(2, 3, 2))
    case(f"Tensor.arg{op}", eval(f"lambda a: (a.arg{op}(), a.arg{op}(1), a.arg{op}(0, keepdim=True))"), x(2, 3))
case("Tensor.argsort", lambda a: (a.argsort(), a.argsort(0, descending=True)), x(3, 4))
case("Tensor.sort", lambda a: a.sort(0, descending=True), x(4, 2))
case("Tensor.any", lambda a, b: (a.any(), b.any()), mask(4), torch.zeros(3, dtype=torch.bool))
case("Tensor.all", lambda a, b: (a.all(), b.all()), mask(4), torch.ones(3, dtype=torch.bool))
case("Tensor.norm", lambda a: (a.norm(), a.norm(3)), x(3, 2))
case("Tensor.cumsum", lambda a: a.cumsum(1), x(2, 4))
case("Tensor.logsumexp", lambda a: (a.logsumexp(1), a.logsumexp(0, keepdim=True)), x(2, 3))
case("Tensor.softmax", lambda a: a.softmax(1), x(2, 3))
case("Tensor.log_softmax", lambda a: a.log_softmax(0), x(2, 3))

# --- shape ---------------------------------------------------------------------------------------------------------
SHAPES = {
    "alias": "a.view_as(a)", "view": "a.view(3, 4)", "reshape": "a.transpose(0, 1).reshape(-1, 2)", "flatten": "a.flatten(1, 2)",
    "squeeze": "(a[:, :1].squeeze(1), a[:1, :1].squeeze())", "unsqueeze": "a.unsqueeze(-1)", "expand": "a[:, :1].expand(2, 3, -1)",
    "repeat": "a.repeat(2, 1, 2)", "permute": "a.permute(2, 0, 1)", "transpose": "a.transpose(0, 2)", "t": "a[0].t()",
    "flip": "a.flip(0, 2)", "rot90": "(a.rot90(), a.rot90(3, (1, 2)))", "roll": "a.roll((1, -1), (0, 2))", "narrow": "a.narrow(1, 1, 2)",
    "select": "a.select(1, -1)", "slice": "a[:, 0:3:2]", "split": "(*a.split(2, 1), *a.split((1, 2), 1))", "chunk": "a.chunk(2, 1)",
    "unbind": "a.unbind(1)", "clone": "a.clone()", "contiguous": "a.transpose(0, 1).contiguous()",
    "detach": "a * a.detach()", "detach_": "a * (a * 2).detach_()", "type_as": "a.type_as(a.detach().float()).double()",
    "to": "(a.to(torch.float32).to(torch.float64), a.to('cpu'), a.detach().to(torch.int64))", "cpu": "a.cpu()",
    "float": "a.float().double()", "double": "a.double()", "long": "a.detach().long()", "int": "a.detach().int().long()",
    "bool": "a.detach().bool()", "byte": "a.detach().abs().byte().long()",
}
for name, code in SHAPES.items():
    case(f"Tensor.{name}", eval(f"lambda a: {code}"), x(2, 3, 2))
case("Tensor.view_as", lambda a, b: a.view_as(b), x(2, 3), integers(2, 3, 2))
case("Tensor.expand_as", lambda a, b: a.expand_as(b), x(1, 3), integers(2, 2, 3))
case("torch.flip", lambda a: torch.flip(a, (1,)), x(2, 3))
case("torch.rot90", lambda a: torch.rot90(a, 2, (0, 1)), x(2, 3))
case("torch.cat", lambda a, b: (torch.cat([a, b], 1), torch.cat([a, a])), x(2, 2), x(2, 1))
case("torch.stack", lambda a, b: torch.stack([a, b], 1), x(2, 2), x(2, 2))

# --- indexing ------------------------------------------------------------------------------------------------------
case("Tensor.index", lambda a, i, j: (a[i], a[:, j], a[i, :, 0], a[i, j], a[..., 1], a[:, None, -1], a[1:, ::2]),
     x(3, 4, 2), torch.tensor([2, 0]), torch.tensor([3, 3]))
case("Tensor.index/mask", lambda a, m: (a[m], a[:, :, 0][m]), x(3, 2, 2), mask(3, 2))


def put(a, b, i):
    c = a.clone()
    c[i] = b
    c[:, 1] = 0.5
    return c


case("Tensor.index_put_", put, x(3, 2), x(2, 2), torch.tensor([2, 0]))
case("Tensor.index_select", lambda a, i: a.index_select(1, i), x(2, 3), torch.tensor([2, 0, 2]))
case("Tensor.index_add", lambda a, b, i: a.index_add(0, i, b, alpha=0.5), x(3, 2), x(3, 2), torch.tensor([2, 0, 2]))
case("Tensor.index_add_", lambda a, b, i: a.clone().index_add_(0, i, b, alpha=0.5), x(3, 2), x(3, 2), torch.tensor([2, 0, 2]))
case("Tensor.index_copy_", lambda a, b, i: a.clone().index_copy_(0, i, b), x(3, 2), x(2, 2), torch.tensor([2, 0]))
case("Tensor.gather", lambda a, i: a.gather(1, i), x(2, 3), integers(3, 2, 4))
case("Tensor.scatter", lambda a, b, i: a.scatter(1, i, b), x(2, 3), x(2, 2), torch.tensor([[0, 2], [1, 0]]))
case("Tensor.scatter_", lambda a, b, i: a.clone().scatter_(1, i, b), x(2, 3), x(2, 2), torch.tensor([[0, 2], [1, 0]]))
case("Tensor.scatter_add_", lambda a, b, i: a.clone().scatter_add_(1, i, b), x(2, 3), x(2, 4), integers(3, 2, 4))
case("Tensor.masked_select", lambda a, m: a.masked_select(m), x(3, 2), mask(3, 2))
case("Tensor.nonzero", lambda m: m.nonzero(), mask(3, 2))
case("Tensor.copy_", lambda a, b: a.clone().copy_(b), x(2, 2), x(2, 2))

# --- linear algebra --------------------------------------------------------------------------------------------------
case("Tensor.matmul", lambda a, b: (a.matmul(b), a[0].matmul(b)), x(2, 3, 2), x(2, 3))
case("Tensor.mm", lambda a, b: a.mm(b), x(3, 2), x(2, 2))
case("Tensor.bmm", lambda a, b: a.bmm(b), x(2, 3, 2), x(2, 2, 2))
case("Tensor.dot", lambda a, b: a.dot(b), x(4), x(4))
case("Tensor.outer", lambda a, b: a.outer(b), x(3), x(2))
case("torch.matmul", lambda a, b: torch.matmul(a, b), x(3, 2), x(2))
case("torch.einsum", lambda a, b, c: (torch.einsum("oik,kj->oij", a, b), torch.einsum("oik,kj,o->ji", a, b, c)), x(2, 3, 2), x(2, 2), x(2))

# --- creation --------------------------------------------------------------------------------------------------------
case("torch.zeros", lambda: torch.zeros(2, 3))
case("torch.ones", lambda: torch.ones(2, 1, 2))
case("torch.full", lambda: (torch.full((2, 2), 1.5), torch.full((2,), 3, dtype=torch.int64)))
case("torch.eye", lambda: (torch.eye(2), torch.eye(2, 3)))
case("torch.arange", lambda: (torch.arange(4), torch.arange(1, 4), torch.arange(0.5, 2, 0.5)))
case("torch.linspace", lambda: torch.linspace(-1, 2, 5))
case("torch.tensor", lambda: (torch.tensor(2.5), torch.tensor([1.5, 2.5]), torch.tensor([[1, 2], [3, 4]]), torch.tensor([True, False])))
case("torch.zeros_like", lambda a: torch.zeros_like(a), x(2))
case("torch.ones_like", lambda a: torch.ones_like(a), x(2))
case("torch.full_like", lambda a: torch.full_like(a, 2.5), x(2))
case("Tensor.zeros_like", lambda a: torch.zeros_like(a), x(2))
case("Tensor.ones_like", lambda a: torch.ones_like(a, dtype=torch.int64), x(2))
case("Tensor.full_like", lambda a: torch.full_like(a, 2.5), x(2))
case("Tensor.new_zeros", lambda a: a.new_zeros(2, 2), integers(3, 2))

# --- random: the same libtorch draws the same numbers -----------------------------------------------------------------
case("torch.rand", lambda: (torch.rand(3), torch.rand(2, 2)), seed=1)
case("torch.randn", lambda: (torch.randn(3), torch.randn(4, 5)), seed=2)
case("torch.randint", lambda: (torch.randint(10, (5,)), torch.randint(-3, 3, (2, 2))), seed=3)
case("torch.randperm", lambda: torch.randperm(12), seed=4)
case("torch.rand_like", lambda a: torch.rand_like(a), x(3), seed=5)
case("torch.randn_like", lambda a: torch.randn_like(a), x(3), seed=6)
case("Tensor.rand_like", lambda a: torch.rand_like(a), x(3), seed=5)
case("Tensor.randn_like", lambda a: torch.randn_like(a), x(3), seed=6)
case("Tensor.normal_", lambda a: a.detach().clone().normal_(1, 2), x(3), seed=7)
case("Tensor.uniform_", lambda a: a.detach().clone().uniform_(-1, 2), x(3), seed=8)
case("Tensor.bernoulli_", lambda a: a.detach().clone().bernoulli_(0.3), x(9), seed=9)
case("Tensor.bernoulli", lambda a: torch.full_like(a, 0.4).bernoulli(), x(9), seed=10)
case("Tensor.poisson", lambda a: torch.poisson(a.detach() * 4), positive(6), seed=11)
case("Tensor.multinomial", lambda a: a.detach().multinomial(5, replacement=True), positive(4), seed=12)
case("functional.dropout", lambda a: (F.dropout(a, 0.4), F.dropout(a, 0.4, training=False)), x(3, 4), seed=13)
case("functional.dropout2d", lambda a: F.dropout2d(a, 0.4), x(2, 3, 2, 2), seed=14)
case("nn.Conv2d/initial values", lambda: nn.Conv2d(2, 3, 3).state_dict().values(), seed=15)
case("nn.Linear/initial values", lambda: nn.Linear(3, 2).state_dict().values(), seed=16)
for op in ["kaiming_uniform_", "kaiming_normal_", "xavier_uniform_", "xavier_normal_", "uniform_", "normal_"]:
    case(f"init.{op}", eval(f"lambda: nn.init.{op}(torch.empty(3, 2, 2, 2))"), seed=17)
case("init.kaiming_normal_/fan out", lambda: nn.init.kaiming_normal_(torch.empty(3, 2), mode="fan_out", nonlinearity="relu"), seed=18)
case("init.constant_", lambda: nn.init.constant_(torch.empty(2), 0.7))
case("init.zeros_", lambda: nn.init.zeros_(torch.empty(2)))
case("init.ones_", lambda: nn.init.ones_(torch.empty(2)))
case("init.calculate_gain", lambda: torch.tensor([nn.init.calculate_gain(*g) for g in [("linear",), ("tanh",), ("relu",), ("leaky_relu", 0.3), ("sigmoid",)]]))

# --- functional --------------------------------------------------------------------------------------------------------
case("functional.conv2d", lambda a, w, b: F.conv2d(a, w, b), x(2, 2, 4, 3), x(3, 2, 2, 2), x(3))
case("functional.conv2d/geometry", lambda a, w: F.conv2d(a, w, stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2), x(1, 4, 4, 4), x(2, 2, 2, 2))
case("functional.conv2d_padding", lambda a, w, b: (F.conv2d(a, w, b, padding="same"), F.conv2d(a, w, b, padding="valid")), x(1, 2, 3, 3), x(2, 2, 2, 3), x(2))
case("functional.conv_transpose2d", lambda a, w, b: F.conv_transpose2d(a, w, b, stride=2, padding=1, output_padding=1), x(1, 2, 2, 3), x(2, 3, 3, 3), x(3))
case("functional.linear", lambda a, w, b: (F.linear(a, w, b), F.linear(a, w)), x(2, 3), x(2, 3), x(2))
case("functional.unfold", lambda a: F.unfold(a, (2, 2), padding=1, stride=2), x(1, 2, 3, 3))
case("functional.fold", lambda a: F.fold(a, (3, 3), (2, 2)), x(1, 4, 4))
case("functional.max_pool2d", lambda a: (F.max_pool2d(a, 2), F.max_pool2d(a, (3, 2), stride=(1, 2), padding=(1, 0), ceil_mode=True)), x(1, 2, 4, 5))
case("functional.max_pool2d_with_indices", lambda a: F.max_pool2d(a, 2, 1, return_indices=True), x(1, 1, 3, 3))
case("functional.avg_pool2d", lambda a: (F.avg_pool2d(a, 2), F.avg_pool2d(a, (3, 2), (1, 2), (1, 0), count_include_pad=False), F.avg_pool2d(a, 2, divisor_override=3)), x(1, 2, 4, 4))
case("functional.adaptive_avg_pool2d", lambda a: (F.adaptive_avg_pool2d(a, (2, 3)), F.adaptive_avg_pool2d(a, 1)), x(1, 2, 4, 5))
case("functional.adaptive_max_pool2d", lambda a: F.adaptive_max_pool2d(a, (2, 3)), x(1, 2, 4, 5))
case("functional.adaptive_max_pool2d_with_indices", lambda a: F.adaptive_max_pool2d(a, (1, 2), return_indices=True), x(1, 1, 3, 4))
for name, code in {
    "relu": "F.relu(a)", "leaky_relu": "F.leaky_relu(a, 0.2)", "elu": "F.elu(a, 0.7)", "gelu": "(F.gelu(a), F.gelu(a, approximate='tanh'))",
    "silu": "F.silu(a)", "sigmoid": "torch.sigmoid(a)", "tanh": "torch.tanh(a)", "softplus": "(F.softplus(a), F.softplus(a, 2, 1))",
    "softmax": "F.softmax(a, 1)", "log_softmax": "F.log_softmax(a, 1)", "normalize": "(F.normalize(a), F.normalize(a, 1.5, 0))",
}.items():
    case(f"functional.{name}", eval(f"lambda a: {code}"), x(2, 3))
case("functional.batch_norm", lambda a, w, b, m, v: (F.batch_norm(a, None, None, w, b, training=True, eps=1e-3), F.batch_norm(a, m.detach(), v.detach(), w, b)),
     x(3, 2, 2), x(2), x(2), x(2), positive(2))
for mode in ["constant", "reflect", "replicate", "circular"]:
    case(f"functional.pad/{mode}", eval(f"lambda a: F.pad(a, (1, 2, 0, 1), mode='{mode}')"), x(1, 2, 3, 3))
case("functional.pad/value", lambda a: F.pad(a, (1, 0), value=2.5), x(2, 2))
INTERPOLATE = {
    "nearest": "mode='nearest', scale_factor=(2, 1.5)", "nearest exact": "mode='nearest-exact', size=(5, 2)",
    "bilinear": "mode='bilinear', size=(5, 4)", "bilinear corners": "mode='bilinear', size=(5, 4), align_corners=True",
    "bilinear factor": "mode='bilinear', scale_factor=(0.7, 1.6)",
    "bilinear factor recomputed": "mode='bilinear', scale_factor=(0.7, 1.6), recompute_scale_factor=True",
    "bicubic": "mode='bicubic', size=(4, 5)", "area": "mode='area', size=(2, 2)", "antialias": "mode='bilinear', size=(2, 2), antialias=True",
}
for name, code in INTERPOLATE.items():
    case(f"functional.interpolate/{name}", eval(f"lambda a: F.interpolate(a, {code})"), x(1, 1, 4, 3))
case("functional.interpolate/linear", lambda a: F.interpolate(a, size=5, mode="linear"), x(1, 2, 3))
case("functional.interpolate/trilinear", lambda a: F.interpolate(a, size=(2, 3, 2), mode="trilinear"), x(1, 1, 2, 2, 2))
for padding in ["zeros", "border", "reflection"]:
    case(f"functional.grid_sample/{padding}", eval(f"lambda a, g: F.grid_sample(a, g, padding_mode='{padding}', align_corners=False)"), x(1, 1, 3, 3), x(1, 2, 3, 2))
case("functional.grid_sample/nearest", lambda a, g: F.grid_sample(a, g, mode="nearest", align_corners=True), x(1, 1, 3, 3), x(1, 2, 3, 2))
case("functional.affine_grid", lambda t: (F.affine_grid(t, (1, 1, 2, 3), align_corners=False), F.affine_grid(t, (1, 1, 2, 2), align_corners=True)), x(1, 2, 3))
case("functional.one_hot", lambda i: (F.one_hot(i), F.one_hot(i, 5)), integers(3, 4))

# --- losses ------------------------------------------------------------------------------------------------------------
for reduction in ["none", "mean", "sum"]:
    r = f"reduction='{reduction}'"
    case(f"functional.cross_entropy/{reduction}", eval(f"lambda a, w, i: F.cross_entropy(a, i, w.detach(), ignore_index=1, label_smoothing=0.1, {r})"), x(4, 3), positive(3), torch.tensor([0, 1, 2, 2]))
    case(f"functional.nll_loss/{reduction}", eval(f"lambda a, w, i: F.nll_loss(a, i, w.detach(), {r})"), x(4, 3), positive(3), integers(3, 4))
    case(f"functional.mse_loss/{reduction}", eval(f"lambda a, b: F.mse_loss(a, b, {r})"), x(2, 2), x(2, 2))
    case(f"functional.l1_loss/{reduction}", eval(f"lambda a, b: F.l1_loss(a, b, {r})"), x(2, 2), x(2, 2))
    case(f"functional.smooth_l1_loss/{reduction}", eval(f"lambda a, b: F.smooth_l1_loss(a, b, beta=0.7, {r})"), x(2, 2), x(2, 2))
    case(f"functional.binary_cross_entropy_with_logits/{reduction}", eval(f"lambda a, t, w, p: F.binary_cross_entropy_with_logits(a, t.detach(), w.detach(), pos_weight=p.detach(), {r})"),
         x(3, 2), torch.round(torch.rand(3, 2, generator=G), decimals=1), positive(3, 2), positive(2))
case("functional.cross_entropy/probabilities", lambda a, t: F.cross_entropy(a, t), x(2, 3), torch.tensor([[0.2, 0.3, 0.5], [0.6, 0.1, 0.3]]))

# --- modules -----------------------------------------------------------------------------------------------------------
for mode in ["zeros", "reflect", "replicate", "circular"]:
    module_case(f"nn.Conv2d/{mode}", nn.Conv2d(2, 2, (3, 2), padding=(1, 2), padding_mode=mode), x(1, 2, 4, 4))
    module_case(f"nn.Conv2d/same {mode}", nn.Conv2d(1, 1, (4, 3), padding="same", dilation=(1, 2), padding_mode=mode), x(1, 1, 5, 5))
module_case("nn.Conv2d/geometry", nn.Conv2d(4, 2, 2, stride=(1, 2), dilation=2, groups=2, bias=False), x(1, 4, 4, 5))
module_case("nn.Linear", nn.Linear(3, 2), x(2, 3))
module_case("nn.Linear/no bias", nn.Linear(3, 2, bias=False), x(2, 3))
module_case("nn.BatchNorm2d", nn.BatchNorm2d(2), x(2, 2, 2, 2))
module_case("nn.BatchNorm2d/evaluation", nn.BatchNorm2d(2, eps=1e-3).eval(), x(2, 2, 1, 2))
module_case("nn.BatchNorm2d/not affine", nn.BatchNorm2d(2, affine=False, momentum=0.3), x(2, 2, 1, 2))
module_case("nn.BatchNorm2d/no statistics", nn.BatchNorm2d(2, track_running_stats=False).eval(), x(2, 2, 1, 2))
module_case("nn.BatchNorm1d", nn.BatchNorm1d(2), x(4, 2))
module_case("nn.BatchNorm1d/length", nn.BatchNorm1d(2), x(2, 2, 3))
module_case("nn.MaxPool2d", nn.MaxPool2d(2, padding=1), x(1, 2, 4, 4))
module_case("nn.AvgPool2d", nn.AvgPool2d((2, 3), stride=1), x(1, 2, 3, 4))
module_case("nn.AdaptiveAvgPool2d", nn.AdaptiveAvgPool2d((2, 1)), x(1, 2, 3, 4))
module_case("nn.AdaptiveMaxPool2d", nn.AdaptiveMaxPool2d((2, 1)), x(1, 2, 3, 4))
for name, module in {
    "ReLU": nn.ReLU(), "LeakyReLU": nn.LeakyReLU(0.2), "ELU": nn.ELU(0.7), "GELU": nn.GELU(), "SiLU": nn.SiLU(), "Sigmoid": nn.Sigmoid(),
    "Tanh": nn.Tanh(), "Softplus": nn.Softplus(2), "Softmax": nn.Softmax(1), "LogSoftmax": nn.LogSoftmax(0), "Flatten": nn.Flatten(0),
    "Identity": nn.Identity(), "Dropout": nn.Dropout(0.3).eval(), "Dropout2d": nn.Dropout2d(0.3).eval(),
}.items():
    module_case(f"nn.{name}", module, x(2, 3))
module_case("nn.ZeroPad2d", nn.ZeroPad2d((1, 0, 2, 1)), x(1, 1, 2, 2))
module_case("nn.CrossEntropyLoss", nn.CrossEntropyLoss(positive(3), ignore_index=2, label_smoothing=0.2), x(3, 3), torch.tensor([0, 1, 2]))
module_case("nn.NLLLoss", nn.NLLLoss(positive(3)), x(3, 3), torch.tensor([0, 1, 2]))
module_case("nn.MSELoss", nn.MSELoss(reduction="sum"), x(3), x(3))
module_case("nn.L1Loss", nn.L1Loss(), x(3), x(3))
module_case("nn.SmoothL1Loss", nn.SmoothL1Loss(beta=0.5), x(3), x(3))
module_case("nn.BCEWithLogitsLoss", nn.BCEWithLogitsLoss(pos_weight=positive(3)), x(2, 3), torch.tensor([[0.0, 1.0, 1.0], [1.0, 0.0, 1.0]]))
net = nn.Sequential(nn.Conv2d(1, 2, 3, padding=1), nn.BatchNorm2d(2), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(8, 2))
module_case("nn.Sequential", net, x(2, 1, 4, 4))
KEYS = list(net.state_dict().keys())


def clipped(a, b, norm):
    p, q = nn.Parameter(a.detach().clone()), nn.Parameter(b.detach().clone())
    ((p ** 2).sum() + (q ** 3).sum()).backward()
    total = nn.utils.clip_grad_norm_([p, q], 0.5, norm)
    return p.grad, q.grad, total


case("utils.clip_grad_norm_", lambda a, b: clipped(a, b, 2.0), x(3), x(2, 2))
case("utils.clip_grad_norm_/maximum", lambda a, b: clipped(a, b, math.inf), x(3), x(2, 2))

# --- optimisers: 20 steps down 1/2 |A p - b|^2 + 1/4 sum p^4, the two parameters in a group each --------------------------
A, B, P, Q = x(3, 3), x(3), x(3), x(2)
OPTIMISERS = {
    "SGD": lambda g: torch.optim.SGD(g, lr=0.05),
    "SGD momentum": lambda g: torch.optim.SGD(g, lr=0.02, momentum=0.9),
    "SGD dampening": lambda g: torch.optim.SGD(g, lr=0.02, momentum=0.8, dampening=0.3, weight_decay=0.1),
    "SGD nesterov": lambda g: torch.optim.SGD(g, lr=0.02, momentum=0.9, nesterov=True, weight_decay=0.01),
    "SGD maximize": lambda g: torch.optim.SGD(g, lr=0.001, momentum=0.5, maximize=True),
    "Adam": lambda g: torch.optim.Adam(g, lr=0.05),
    "Adam weight decay": lambda g: torch.optim.Adam(g, lr=0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1),
    "Adam amsgrad": lambda g: torch.optim.Adam(g, lr=0.05, amsgrad=True),
    "AdamW": lambda g: torch.optim.AdamW(g, lr=0.05, weight_decay=0.1),
    "AdamW amsgrad": lambda g: torch.optim.AdamW(g, lr=0.05, weight_decay=0.1, amsgrad=True, maximize=False),
}
S = torch.optim.lr_scheduler
SCHEDULES = {
    "none": lambda o: None,
    "StepLR": lambda o: S.StepLR(o, 6, 0.3),
    "MultiStepLR": lambda o: S.MultiStepLR(o, [3, 11, 11], 0.5),
    "CosineAnnealingLR": lambda o: S.CosineAnnealingLR(o, 8, 0.001),
    "LambdaLR": lambda o: S.LambdaLR(o, lambda step: 1 / (1 + step)),
    "OneCycleLR": lambda o: S.OneCycleLR(o, 0.1, total_steps=21),
    "OneCycleLR linear": lambda o: S.OneCycleLR(o, [0.1, 0.05], epochs=3, steps_per_epoch=7, pct_start=0.4, anneal_strategy="linear", cycle_momentum=False),
    "OneCycleLR three phases": lambda o: S.OneCycleLR(o, 0.1, total_steps=21, three_phase=True, base_momentum=0.7, max_momentum=0.9, div_factor=10, final_div_factor=50),
}


def trajectory(optimiser, schedule):
    p, q = nn.Parameter(P.clone()), nn.Parameter(Q.clone())
    o = OPTIMISERS[optimiser]([{"params": [p]}, {"params": [q], "lr": 0.0005 if "maximize" in optimiser else 0.03}])
    s = SCHEDULES[schedule](o)
    points, rates = [], []
    for _ in range(20):
        o.zero_grad()
        (((A @ p - B) ** 2).sum() / 2 + (p ** 4).sum() / 4 + (q ** 4).sum() / 4 + (q ** 2).sum()).backward()
        o.step()
        rates += [g["lr"] for g in o.param_groups]
        points += p.tolist() + q.tolist()
        if s:
            s.step()
    return {"points": [float(f"{v:.12g}") for v in points], "rates": [float(f"{v:.12g}") for v in rates]}


TRAJECTORIES = {f"{o}, none": trajectory(o, "none") for o in OPTIMISERS}
for o in ["SGD momentum", "Adam", "AdamW"]:
    TRAJECTORIES |= {f"{o}, {s}": trajectory(o, s) for s in SCHEDULES if s != "none"}

# --- later cases, last, so that those before keep their random numbers --------------------------------------------------
module_case("nn.ConvTranspose2d", nn.ConvTranspose2d(2, 3, 3), x(1, 2, 2, 3))
module_case("nn.ConvTranspose2d/geometry", nn.ConvTranspose2d(
    4, 2, (2, 3), stride=(1, 2), padding=(0, 1), output_padding=(0, 1), dilation=(2, 1), groups=2, bias=False), x(1, 4, 3, 3))

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "oracle.json"), "w") as f:
    problem = {"A": pack(A), "B": pack(B), "P": pack(P), "Q": pack(Q)}
    entries = ",\n".join(f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in CASES.items())
    lines = ",\n".join(f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in TRAJECTORIES.items())
    f.write(f'{{"torch": "{torch.__version__}",\n"keys": {json.dumps(KEYS)},\n"problem": {json.dumps(problem, separators=(",", ":"))},\n')
    f.write(f'"cases": {{\n{entries}\n}},\n"trajectories": {{\n{lines}\n}}}}\n')
print(len(CASES), "cases,", len(TRAJECTORIES), "trajectories")
