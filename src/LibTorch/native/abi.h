// The C ABI between TorchSharp.dll and libtorch. A tensor crosses it as an owned TensorImpl* (null = undefined);
// every function that can fail returns 0 on success and 1 on failure, and then gcnn_last_error() has the reason.
#pragma once

#include <ATen/ATen.h>
#include <cstdint>
#include <string>

#define GCNN_API extern "C" __attribute__((visibility("default")))

namespace gcnn {

using Handle = c10::TensorImpl*;

enum class Tag : int32_t {
  None, Tensor, Int, Double, Bool, IntList, DoubleList, BoolList, TensorList, OptionalTensorList, String, Generator, Device
};

// One argument or result. Lists: `count` entries at `pointer`; scalars and tensors: the 8 bytes themselves.
struct Value {
  Tag tag;
  int32_t count;
  union {
    int64_t integer;
    double real;
    void* pointer;
  };
};

void set_error(const std::string& message);

inline at::Tensor borrow(Handle handle) {
  return handle ? at::Tensor(c10::intrusive_ptr<c10::TensorImpl>::reclaim_copy(handle)) : at::Tensor();
}

inline Handle release(at::Tensor tensor) {
  return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

std::vector<at::Tensor> borrow_all(const Handle* handles, int32_t count);

// Runs f; any exception becomes the thread's last error. None may pass into managed frames.
template <typename F>
int guard(F&& f) noexcept {
  try {
    f();
    return 0;
  } catch (const c10::Error& e) {
    set_error(e.what_without_backtrace());
  } catch (const std::exception& e) {
    set_error(e.what());
  } catch (...) {
    set_error("libtorch threw something that is not a std::exception");
  }
  return 1;
}

}  // namespace gcnn
