// A tensor's life and what can be read off it without an operator.
#include "abi.h"

using namespace gcnn;

GCNN_API void gcnn_tensor_release(Handle handle) {
  c10::intrusive_ptr<c10::TensorImpl>::reclaim(handle);
}

GCNN_API Handle gcnn_tensor_retain(Handle handle) { return release(borrow(handle)); }

struct TensorInfo {
  int64_t dimensions, elements, bytes;
  void* data;
  int32_t dtype, device_type, device_index, element_size;
  int32_t requires_grad, is_leaf, is_contiguous, unused;
};

GCNN_API int gcnn_tensor_info(Handle handle, TensorInfo* info) {
  return guard([&] {
    const auto t = borrow(handle);
    info->dimensions = t.dim();
    info->elements = t.numel();
    info->bytes = t.has_storage() ? static_cast<int64_t>(t.storage().nbytes()) : 0;
    info->data = t.has_storage() ? t.data_ptr() : nullptr;
    info->dtype = static_cast<int32_t>(t.scalar_type());
    info->device_type = static_cast<int32_t>(t.device().type());
    info->device_index = t.device().index();
    info->element_size = static_cast<int32_t>(t.element_size());
    info->requires_grad = t.requires_grad();
    info->is_leaf = t.is_leaf();
    info->is_contiguous = t.is_contiguous();
    info->unused = 0;
  });
}

// The bytes that this handle keeps alive: 0 for a view, whose base already counts them.
GCNN_API int64_t gcnn_tensor_owned_bytes(Handle handle) {
  if (!handle->has_storage() || handle->storage().use_count() > 1) return 0;
  return static_cast<int64_t>(handle->storage().nbytes());
}

GCNN_API int gcnn_tensor_sizes(Handle handle, int64_t* sizes, int64_t* strides) {
  return guard([&] {
    const auto t = borrow(handle);
    std::copy(t.sizes().begin(), t.sizes().end(), sizes);
    std::copy(t.strides().begin(), t.strides().end(), strides);
  });
}
