// A node of the autograd graph whose backward is managed code.
#include "abi.h"

#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>

using namespace gcnn;

namespace {

// (context, gradients of the outputs, their number, room for the gradients of the inputs, their number) -> 0, or 1 after
// gcnn_function_fail has been given the reason. The callee owns nothing of the first list and gives away the second.
using Backward = int32_t (*)(void* context, const Handle* grads, int32_t count, Handle* results, int32_t results_count);
using Free = void (*)(void* context);

struct ManagedNode : torch::autograd::Node {
  void* context;
  Backward backward;
  Free free_context;
  std::string label;
  std::vector<torch::autograd::SavedVariable> saved;

  ~ManagedNode() override { free_context(context); }

  std::string name() const override { return label; }

  void release_variables() override {
    for (auto& s : saved) s.reset_data();
  }

  torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override {
    std::vector<Handle> in;
    for (auto& g : grads) in.push_back(g.defined() ? g.unsafeGetTensorImpl() : nullptr);
    std::vector<Handle> out(num_outputs(), nullptr);
    const int failed = backward(context, in.data(), static_cast<int32_t>(in.size()), out.data(), static_cast<int32_t>(out.size()));
    torch::autograd::variable_list results;
    for (auto* handle : out)
      results.push_back(handle ? at::Tensor(c10::intrusive_ptr<c10::TensorImpl>::reclaim(handle)) : at::Tensor());
    if (failed) throw std::runtime_error(failure());
    return results;
  }

  static std::string& failure() {
    static thread_local std::string message;
    return message;
  }
};

using Node = std::shared_ptr<ManagedNode>;

}  // namespace

GCNN_API void gcnn_function_fail(const char* message) { ManagedNode::failure() = message; }

// Makes the node that stands between `inputs` and the outputs of a managed function.
GCNN_API int gcnn_function_create(
    const char* name, void* context, Backward backward, Free free_context, const Handle* inputs, int32_t count, Node** result) {
  return guard([&] {
    Node node(new ManagedNode(), torch::autograd::deleteNode);
    node->context = context;
    node->backward = backward;
    node->free_context = free_context;
    node->label = name;
    node->set_next_edges(torch::autograd::collect_next_edges(borrow_all(inputs, count)));
    *result = new Node(std::move(node));
  });
}

// Puts the node behind each output. An output that is one of the inputs is given a view of its own first.
GCNN_API int gcnn_function_attach(Node* node, Handle output, Handle* result) {
  return guard([&] {
    auto t = borrow(output);
    if (t.requires_grad() || t.grad_fn()) t = t.detach();
    torch::autograd::set_history(t, *node);
    *result = release(std::move(t));
  });
}

GCNN_API int gcnn_function_save(Node* node, const Handle* tensors, int32_t count) {
  return guard([&] {
    for (const auto& t : borrow_all(tensors, count))
      (*node)->saved.emplace_back(t, t.defined() && t.grad_fn().get() == node->get());
  });
}

GCNN_API int32_t gcnn_function_saved_count(ManagedNode* node) { return static_cast<int32_t>(node->saved.size()); }

GCNN_API int gcnn_function_saved(ManagedNode* node, Handle* results) {
  return guard([&] {
    for (size_t i = 0; i < node->saved.size(); i++)
      results[i] = release(node->saved[i].unpack(node->shared_from_this()));
  });
}

GCNN_API ManagedNode* gcnn_function_node(Node* node) { return node->get(); }

GCNN_API void gcnn_function_release(Node* node) { delete node; }
