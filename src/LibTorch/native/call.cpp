// Calls any ATen operator by its schema name, boxed, through the dispatcher (autograd included).
#include "abi.h"

#include <ATen/core/dispatch/Dispatcher.h>

namespace gcnn {

namespace {

c10::IValue to_ivalue(const Value& v) {
  switch (v.tag) {
    case Tag::None: return c10::IValue();
    case Tag::Tensor: return c10::IValue(borrow(static_cast<Handle>(v.pointer)));
    case Tag::Int: return c10::IValue(v.integer);
    case Tag::Double: return c10::IValue(v.real);
    case Tag::Bool: return c10::IValue(v.integer != 0);
    case Tag::IntList: {
      const auto* p = static_cast<const int64_t*>(v.pointer);
      return c10::IValue(std::vector<int64_t>(p, p + v.count));
    }
    case Tag::DoubleList: {
      const auto* p = static_cast<const double*>(v.pointer);
      return c10::IValue(std::vector<double>(p, p + v.count));
    }
    case Tag::BoolList: {
      c10::List<bool> list;
      for (int32_t i = 0; i < v.count; i++) list.push_back(static_cast<const int64_t*>(v.pointer)[i] != 0);
      return c10::IValue(list);
    }
    case Tag::TensorList: return c10::IValue(borrow_all(static_cast<const Handle*>(v.pointer), v.count));
    case Tag::OptionalTensorList: {
      c10::List<c10::optional<at::Tensor>> list;
      for (const auto& t : borrow_all(static_cast<const Handle*>(v.pointer), v.count))
        list.push_back(t.defined() ? c10::optional<at::Tensor>(t) : c10::nullopt);
      return c10::IValue(list);
    }
    case Tag::String: return c10::IValue(std::string(static_cast<const char*>(v.pointer), v.count));
    case Tag::Generator: return c10::IValue(*static_cast<at::Generator*>(v.pointer));
    case Tag::Device: return c10::IValue(c10::Device(static_cast<c10::DeviceType>(v.integer), static_cast<c10::DeviceIndex>(v.count)));
  }
  TORCH_CHECK(false, "unknown argument tag ", static_cast<int>(v.tag));
}

// The type that the schema asks for decides what an empty optional or a plain number becomes.
c10::IValue fit(c10::IValue value, const c10::Argument& argument) {
  if (value.isInt() && argument.type()->kind() == c10::TypeKind::FloatType) return c10::IValue(static_cast<double>(value.toInt()));
  if (value.isNone() && argument.type()->kind() == c10::TypeKind::TensorType) return c10::IValue(at::Tensor());
  return value;
}

Value to_value(c10::IValue&& v) {
  Value r{};
  if (v.isTensor()) {
    r.tag = Tag::Tensor;
    r.pointer = release(std::move(v).toTensor());
  } else if (v.isBool()) {
    r.tag = Tag::Bool;
    r.integer = v.toBool();
  } else if (v.isInt()) {
    r.tag = Tag::Int;
    r.integer = v.toInt();
  } else if (v.isDouble()) {
    r.tag = Tag::Double;
    r.real = v.toDouble();
  } else if (v.isTensorList()) {
    auto tensors = v.toTensorVector();
    auto* handles = new Handle[tensors.size()];
    for (size_t i = 0; i < tensors.size(); i++) handles[i] = release(std::move(tensors[i]));
    r.tag = Tag::TensorList;
    r.count = static_cast<int32_t>(tensors.size());
    r.pointer = handles;
  } else {
    TORCH_CHECK(v.isNone(), "an operator returned a ", v.tagKind(), ", which this binding does not carry");
  }
  return r;
}

}  // namespace

std::vector<at::Tensor> borrow_all(const Handle* handles, int32_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int32_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
  return tensors;
}

}  // namespace gcnn

using namespace gcnn;

GCNN_API int gcnn_operator_find(const char* name, const char* overload, const c10::OperatorHandle** result) {
  return guard([&] { *result = new c10::OperatorHandle(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload)); });
}

// Arguments that are not given take the schema's defaults. Of the results the first `capacity` are handed over.
GCNN_API int gcnn_operator_call(
    const c10::OperatorHandle* op, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
  return guard([&] {
    const auto& expected = op->schema().arguments();
    TORCH_CHECK(static_cast<size_t>(count) <= expected.size(), op->schema().name(), " takes ", expected.size(), " arguments, got ", count);
    torch::jit::Stack stack;
    stack.reserve(expected.size());
    for (size_t i = 0; i < expected.size(); i++) {
      if (i < static_cast<size_t>(count)) {
        stack.push_back(fit(to_ivalue(arguments[i]), expected[i]));
      } else {
        TORCH_CHECK(expected[i].default_value(), op->schema().name(), ": argument ", expected[i].name(), " is missing");
        stack.push_back(*expected[i].default_value());
      }
    }
    op->callBoxed(stack);
    for (size_t i = 0; i < stack.size() && i < static_cast<size_t>(capacity); i++) results[i] = to_value(std::move(stack[i]));
  });
}

GCNN_API void gcnn_list_free(Handle* handles) { delete[] handles; }
