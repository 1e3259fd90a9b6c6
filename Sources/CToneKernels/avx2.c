// AVX2 with FMA: eight floats, or 32 products of octets, at a time.
#if defined(__x86_64__)
#include <immintrin.h>

#include "tables.h"

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#include "avx2_lanes.h"

// A tile is 3 rows by 16 channels: 6 of the 16 registers are sums, 4 the weights and their magnitudes. Taller tiles are
// no faster: it is the products that they wait for.
enum { TILE_ROWS = 3 };

/// A sum of two products of octets must fit into 16 bits, and does: both factors are within ±127, so that it is within
/// ±32,258. The instruction wants one factor without sign, so the weight gives its sign to the activation.
INLINE void tile_int8(
    const nw_tone_product *w, size_t panel, const int8_t *q, const float *scales, float *out, const size_t rows) {
    __m256i sums[TILE_ROWS][2];
    UNROLLED for (size_t r = 0; r < rows; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
    const size_t columns = w->columns;
    const int8_t *block = w->weights + panel * 16 * columns;
    const __m256i ones = _mm256_set1_epi16(1);
    for (size_t k = 0; k < columns; k += 4, block += 64) {
        __m256i weights[2], magnitudes[2];
        UNROLLED for (size_t v = 0; v < 2; v++) {
            weights[v] = _mm256_load_si256((const __m256i *)(block + v * 32));
            magnitudes[v] = _mm256_abs_epi8(weights[v]);
        }
        UNROLLED for (size_t r = 0; r < rows; r++) {
            __m256i values = _mm256_set1_epi32(*(const loose_int32 *)(q + r * columns + k));
            UNROLLED for (size_t v = 0; v < 2; v++) {
                __m256i pairs = _mm256_maddubs_epi16(magnitudes[v], _mm256_sign_epi8(values, weights[v]));
                sums[r][v] = _mm256_add_epi32(sums[r][v], _mm256_madd_epi16(pairs, ones));
            }
        }
    }
    UNROLLED for (size_t r = 0; r < rows; r++) {
        UNROLLED for (size_t v = 0; v < 2; v++)
            store_sums(w, panel * 16 + v * 8, sums[r][v], scales[r], out + r * w->channels);
    }
}

static void product_int8(const nw_tone_product *w, const int8_t *q, const float *scales, size_t rows, float *out) {
    for (size_t panel = 0; panel < w->channels / 16; panel++) {
        size_t row = 0;
        for (; row + TILE_ROWS <= rows; row += TILE_ROWS)
            tile_int8(w, panel, q + row * w->columns, scales + row, out + row * w->channels, TILE_ROWS);
        for (; row < rows; row++)
            tile_int8(w, panel, q + row * w->columns, scales + row, out + row * w->channels, 1);
    }
}

#pragma clang attribute pop

const nw_tone_kernels nw_tone_kernels_avx2 = NW_TONE_TABLE("avx2");
#endif
