// Vectors of `LANES` floats, and what every instruction set computes with them in the same way.
//
// Included once by each file of an instruction set, after that file has defined `LANES`, and followed there by the few
// operations that the compiler's vector types lack: `fused`, `larger`, `smaller`, `sum`, `largest`, `load_some`,
// `store_some`, `store_octets`. The bodies in rows.h, product_fp32.h and attention.h then follow, so that they are the
// same text, and tested by the same tests, for each of them.
#include <stddef.h>
#include <stdint.h>

// Quantisation must round a product before it adds; nothing here wants an operation fused behind its back.
#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))
#define UNROLLED _Pragma("clang loop unroll(full)")

typedef float reals __attribute__((vector_size(LANES * 4)));
typedef uint32_t wholes __attribute__((vector_size(LANES * 4)));
typedef int32_t integers __attribute__((vector_size(LANES * 4)));
typedef int8_t octets __attribute__((vector_size(LANES)));
// The same in memory, at any address.
typedef float loose_reals __attribute__((vector_size(LANES * 4), aligned(4), may_alias));
typedef int32_t loose_integers __attribute__((vector_size(LANES * 4), aligned(1), may_alias));
typedef int8_t loose_octets __attribute__((vector_size(LANES), aligned(1), may_alias));
typedef int32_t loose_int32 __attribute__((aligned(1), may_alias));

INLINE reals load(const float *from) { return *(const loose_reals *)from; }
INLINE void store(float *to, reals x) { *(loose_reals *)to = x; }
INLINE reals all(float x) { return x - (reals){0}; }
/// LANES octets with sign, as floats.
INLINE reals load_octets(const int8_t *from) {
    return __builtin_convertvector(*(const loose_octets *)from, reals);
}
