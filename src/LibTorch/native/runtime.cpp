// Errors, random generators, threads and memory.
#include "abi.h"

#include <cstdlib>
#include <malloc.h>

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <torch/version.h>

namespace gcnn {

// `static` matters: without it the loaded library crashed at its first use of this buffer (DESIGN, section 4).
static thread_local std::string last_error;

void set_error(const std::string& message) { last_error = message; }

}  // namespace gcnn

using namespace gcnn;

GCNN_API const char* gcnn_last_error() { return last_error.c_str(); }

GCNN_API const char* gcnn_torch_version() { return TORCH_VERSION; }

GCNN_API at::Generator* gcnn_generator_create(uint64_t seed) {
  return new at::Generator(at::make_generator<at::CPUGeneratorImpl>(seed));
}

GCNN_API at::Generator* gcnn_generator_default() { return new at::Generator(at::detail::getDefaultCPUGenerator()); }

GCNN_API void gcnn_generator_release(at::Generator* generator) { delete generator; }

GCNN_API void gcnn_generator_set_seed(at::Generator* generator, uint64_t seed) {
  std::lock_guard<std::mutex> lock(generator->mutex());
  generator->set_current_seed(seed);
}

GCNN_API uint64_t gcnn_generator_initial_seed(at::Generator* generator) { return generator->current_seed(); }

GCNN_API uint64_t gcnn_generator_new_seed(at::Generator* generator) { return generator->seed(); }

GCNN_API int gcnn_generator_get_state(at::Generator* generator, Handle* result) {
  return guard([&] { *result = release(generator->get_state()); });
}

GCNN_API int gcnn_generator_set_state(at::Generator* generator, Handle state) {
  return guard([&] { generator->set_state(borrow(state)); });
}

GCNN_API int32_t gcnn_get_threads() { return at::get_num_threads(); }

GCNN_API int gcnn_set_threads(int32_t count) {
  return guard([&] { at::set_num_threads(count); });
}

GCNN_API int32_t gcnn_get_interop_threads() { return at::get_num_interop_threads(); }

GCNN_API int gcnn_set_interop_threads(int32_t count) {
  return guard([&] { at::set_num_interop_threads(count); });
}

// A training step frees its tensors and the next one makes as many. glibc hands large blocks back to the system and takes new pages, zeroed at
// one fault each; the heap keeps them instead. Whoever has told glibc something else is left alone.
GCNN_API void gcnn_keep_freed_memory() {
  for (const char* name : {"MALLOC_MMAP_MAX_", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_", "MALLOC_TOP_PAD_", "GLIBC_TUNABLES"}) {
    if (std::getenv(name) != nullptr) return;
  }
#ifdef M_MMAP_MAX
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, -1);
  mallopt(M_TOP_PAD, 64 << 20);
#endif
}
