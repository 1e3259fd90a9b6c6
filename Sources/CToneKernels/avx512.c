// AVX-512 with VNNI: sixteen floats, or 64 products of octets, at a time.
#if defined(__x86_64__)
#include <immintrin.h>

#include "tables.h"

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni"))), apply_to = function)

#define LANES 16
#include "lanes.h"

enum { FP32_ROWS = 12, ATTENTION_VECTORS = 4 };

INLINE reals fused(reals a, reals b, reals c) { return _mm512_fmadd_ps(a, b, c); }
INLINE reals larger(reals a, reals b) { return _mm512_max_ps(a, b); }
INLINE reals smaller(reals a, reals b) { return _mm512_min_ps(a, b); }
INLINE float sum(reals x) { return _mm512_reduce_add_ps(x); }
INLINE float largest(reals x) { return _mm512_reduce_max_ps(x); }
INLINE __mmask16 first(size_t count) { return (__mmask16)((1u << count) - 1); }
INLINE reals load_some(const float *from, size_t count) { return _mm512_maskz_loadu_ps(first(count), from); }
INLINE void store_some(float *to, reals x, size_t count) { _mm512_mask_storeu_ps(to, first(count), x); }
INLINE void store_octets(int8_t *to, integers x) {
    _mm_storeu_si128((__m128i *)to, _mm512_cvtepi32_epi8((__m512i)x));
}

#include "rows.h"

#include "attention.h"
#include "product_fp32.h"

// A tile is 6 rows by 4 panels of 16 channels: 24 sums, 4 registers of weights and one of activations of the 32 there
// are. Each step loads 4 + 6 vectors for 24 products, so that it is the products that it waits for.
#define TILE_ROWS 6
#define TILE_PANELS 4

/// See vnni.h for the weights without sign.
INLINE void tile_int8(
    const nw_tone_product *w, size_t panel, const int8_t *q, const float *scales, const int32_t *first_sums, float *out,
    const size_t rows, const size_t panels) {
    __m512i sums[TILE_ROWS][TILE_PANELS];
    UNROLLED for (size_t r = 0; r < rows; r++) {
        UNROLLED for (size_t p = 0; p < panels; p++) sums[r][p] = _mm512_set1_epi32(first_sums[r]);
    }
    const size_t columns = w->columns;
    const int8_t *block = w->weights + panel * 16 * columns;
    const __m512i sign = _mm512_set1_epi8((char)0x80);
    for (size_t k = 0; k < columns; k += 4, block += 64) {
        __m512i weights[TILE_PANELS];
        UNROLLED for (size_t p = 0; p < panels; p++)
            weights[p] = _mm512_xor_si512(_mm512_load_si512(block + p * 16 * columns), sign);
        UNROLLED for (size_t r = 0; r < rows; r++) {
            __m512i values = _mm512_set1_epi32(*(const loose_int32 *)(q + r * columns + k));
            UNROLLED for (size_t p = 0; p < panels; p++)
                sums[r][p] = _mm512_dpbusd_epi32(sums[r][p], weights[p], values);
        }
    }
    UNROLLED for (size_t p = 0; p < panels; p++) {
        size_t channel = (panel + p) * 16;
        reals factor = load(w->scales + channel), bias = load(w->bias + channel);
        UNROLLED for (size_t r = 0; r < rows; r++) {
            reals value = _mm512_cvtepi32_ps(sums[r][p]);
            store(out + r * w->channels + channel, fused(value, factor * scales[r], bias));
        }
    }
}

/// Σ q of a row.
INLINE int32_t sum_of_octets(const int8_t *q, size_t columns) {
    const __m512i ones = _mm512_set1_epi8(1);
    __m512i sums = _mm512_setzero_si512();
    size_t k = 0;
    for (; k + 64 <= columns; k += 64) sums = _mm512_dpbusd_epi32(sums, ones, _mm512_loadu_si512(q + k));
    int32_t rest = 0;
    for (; k < columns; k++) rest += q[k];
    return _mm512_reduce_add_epi32(sums) + rest;
}

#include "vnni.h"

#pragma clang attribute pop

const nw_tone_kernels nw_tone_kernels_avx512 = NW_TONE_TABLE("avx512-vnni");
#endif
