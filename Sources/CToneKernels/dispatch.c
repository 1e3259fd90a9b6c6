// Which of the tables this processor can run.
#include "tables.h"

enum { MOST = 4 };

/// All tables for this kind of processor, the fastest first, and whether this one runs them.
static size_t collect(const nw_tone_kernels *tables[MOST + 1]) {
    size_t count = 0;
#if defined(__x86_64__)
    // The compiler's support asks the system too whether it keeps the wide registers.
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512vnni"))
        tables[count++] = &nw_tone_kernels_avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        if (__builtin_cpu_supports("avxvnni")) tables[count++] = &nw_tone_kernels_avxvnni;
        tables[count++] = &nw_tone_kernels_avx2;
    }
#elif defined(__aarch64__)
    tables[count++] = &nw_tone_kernels_neon;
#endif
    tables[count++] = &nw_tone_kernels_scalar;
    tables[count] = NULL;
    return count;
}

// Filled before main, when there is one thread: no lock is needed.
static const nw_tone_kernels *all[MOST + 1];
__attribute__((constructor)) static void fill(void) { collect(all); }

const nw_tone_kernels *nw_tone_kernels_best(void) { return all[0]; }

const nw_tone_kernels *const *nw_tone_kernels_all(void) { return all; }
