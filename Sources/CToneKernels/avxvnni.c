// AVX2 with AVX-VNNI, for processors that have the products of octets but not the wide registers.
#if defined(__x86_64__)
#include <immintrin.h>

#include "tables.h"

#pragma clang attribute push(__attribute__((target("avx2,fma,avxvnni"))), apply_to = function)

#include "avx2_lanes.h"

// A tile is 5 rows by 16 channels: 10 sums, 2 registers of weights, one of activations and one of signs of the 16 there
// are. With 6 rows the compiler runs out of them.
#define TILE_ROWS 5
#define TILE_PANELS 1

/// See vnni.h for the weights without sign.
INLINE void tile_int8(
    const nw_tone_product *w, size_t panel, const int8_t *q, const float *scales, const int32_t *first_sums, float *out,
    const size_t rows, const size_t panels) {
    (void)panels;  // always 1
    __m256i sums[TILE_ROWS][2];
    UNROLLED for (size_t r = 0; r < rows; r++) sums[r][0] = sums[r][1] = _mm256_set1_epi32(first_sums[r]);
    const size_t columns = w->columns;
    const int8_t *block = w->weights + panel * 16 * columns;
    const __m256i sign = _mm256_set1_epi8((char)0x80);
    for (size_t k = 0; k < columns; k += 4, block += 64) {
        __m256i weights[2];
        UNROLLED for (size_t v = 0; v < 2; v++)
            weights[v] = _mm256_xor_si256(_mm256_load_si256((const __m256i *)(block + v * 32)), sign);
        UNROLLED for (size_t r = 0; r < rows; r++) {
            __m256i values = _mm256_set1_epi32(*(const loose_int32 *)(q + r * columns + k));
            UNROLLED for (size_t v = 0; v < 2; v++)
                sums[r][v] = _mm256_dpbusd_avx_epi32(sums[r][v], weights[v], values);
        }
    }
    UNROLLED for (size_t r = 0; r < rows; r++) {
        UNROLLED for (size_t v = 0; v < 2; v++)
            store_sums(w, panel * 16 + v * 8, sums[r][v], scales[r], out + r * w->channels);
    }
}

/// Σ q of a row.
INLINE int32_t sum_of_octets(const int8_t *q, size_t columns) {
    const __m256i ones = _mm256_set1_epi8(1);
    __m256i sums = _mm256_setzero_si256();
    size_t k = 0;
    for (; k + 32 <= columns; k += 32)
        sums = _mm256_dpbusd_avx_epi32(sums, ones, _mm256_loadu_si256((const __m256i *)(q + k)));
    int32_t total = 0;
    for (; k < columns; k++) total += q[k];
    integers parts = (integers)sums;
    for (size_t i = 0; i < LANES; i++) total += parts[i];
    return total;
}

#include "vnni.h"

#pragma clang attribute pop

const nw_tone_kernels nw_tone_kernels_avxvnni = NW_TONE_TABLE("avx2-vnni");
#endif
