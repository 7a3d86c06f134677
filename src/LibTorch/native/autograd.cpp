// Gradients: flags, grad mode, backward and grad.
#include "abi.h"

#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>

using namespace gcnn;

GCNN_API int gcnn_set_requires_grad(Handle handle, int32_t value) {
  return guard([&] { borrow(handle).set_requires_grad(value != 0); });
}

GCNN_API int gcnn_retain_grad(Handle handle) {
  return guard([&] { borrow(handle).retain_grad(); });
}

GCNN_API int gcnn_get_grad(Handle handle, Handle* result) {
  return guard([&] { *result = release(borrow(handle).grad()); });
}

GCNN_API int gcnn_set_grad(Handle handle, Handle grad) {
  return guard([&] {
    auto g = borrow(grad);
    borrow(handle).mutable_grad() = g;
  });
}

GCNN_API int32_t gcnn_grad_enabled() { return at::GradMode::is_enabled(); }

GCNN_API void gcnn_set_grad_enabled(int32_t enabled) { at::GradMode::set_enabled(enabled != 0); }

GCNN_API int gcnn_backward(
    const Handle* tensors, int32_t count, const Handle* grads, int32_t grad_count, int32_t retain, int32_t create,
    const Handle* inputs, int32_t input_count) {
  return guard([&] {
    c10::optional<bool> keep = retain < 0 ? c10::nullopt : c10::optional<bool>(retain != 0);
    torch::autograd::backward(
        borrow_all(tensors, count), borrow_all(grads, grad_count), keep, create != 0, borrow_all(inputs, input_count));
  });
}

GCNN_API int gcnn_grad(
    const Handle* outputs, int32_t count, const Handle* inputs, int32_t input_count, const Handle* grads, int32_t grad_count,
    int32_t retain, int32_t create, int32_t allow_unused, Handle* results) {
  return guard([&] {
    auto list = torch::autograd::grad(
        borrow_all(outputs, count), borrow_all(inputs, input_count), borrow_all(grads, grad_count),
        retain != 0, create != 0, allow_unused != 0);
    for (size_t i = 0; i < list.size(); i++) results[i] = release(std::move(list[i]));
  });
}
