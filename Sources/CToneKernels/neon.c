// NEON, which every 64-bit ARM processor has: four floats, or 16 products of octets, at a time.
#if defined(__aarch64__)
#include <arm_neon.h>

#include "tables.h"

#define LANES 4
#include "lanes.h"

enum { FP32_ROWS = 4, ATTENTION_VECTORS = 4 };

INLINE reals fused(reals a, reals b, reals c) {
    return (reals)vfmaq_f32((float32x4_t)c, (float32x4_t)a, (float32x4_t)b);
}
INLINE reals larger(reals a, reals b) { return (reals)vmaxq_f32((float32x4_t)a, (float32x4_t)b); }
INLINE reals smaller(reals a, reals b) { return (reals)vminq_f32((float32x4_t)a, (float32x4_t)b); }
INLINE float sum(reals x) { return vaddvq_f32((float32x4_t)x); }
INLINE float largest(reals x) { return vmaxvq_f32((float32x4_t)x); }
INLINE reals load_some(const float *from, size_t count) {
    reals x = {0};
    for (size_t i = 0; i < count; i++) x[i] = from[i];
    return x;
}
INLINE void store_some(float *to, reals x, size_t count) {
    for (size_t i = 0; i < count; i++) to[i] = x[i];
}
INLINE void store_octets(int8_t *to, integers x) { *(loose_octets *)to = __builtin_convertvector(x, octets); }

#include "rows.h"

#include "attention.h"
#include "product_fp32.h"

/// Adds to each of four sums four products of octets: lane i takes octets 4i … 4i + 3 of both.
INLINE int32x4_t add_products(int32x4_t sums, int8x16_t a, int8x16_t b) {
#if defined(__ARM_FEATURE_DOTPROD)
    return vdotq_s32(sums, a, b);
#else
    // Products of octets fit into 16 bits. Neighbours are added twice: to 32 bits first, then over both halves.
    int32x4_t low = vpaddlq_s16(vmull_s8(vget_low_s8(a), vget_low_s8(b)));
    int32x4_t high = vpaddlq_s16(vmull_high_s8(a, b));
    return vaddq_s32(sums, vpaddq_s32(low, high));
#endif
}

// A tile is 4 rows by 16 channels: 16 sums, 4 registers of weights and one of activations of the 32 there are.
enum { TILE_ROWS = 4 };

INLINE void tile_int8(
    const nw_tone_product *w, size_t panel, const int8_t *q, const float *scales, float *out, const size_t rows) {
    int32x4_t sums[TILE_ROWS][4];
    UNROLLED for (size_t r = 0; r < rows; r++) {
        UNROLLED for (size_t v = 0; v < 4; v++) sums[r][v] = vdupq_n_s32(0);
    }
    const size_t columns = w->columns;
    const int8_t *block = w->weights + panel * 16 * columns;
    for (size_t k = 0; k < columns; k += 4, block += 64) {
        int8x16_t weights[4];
        UNROLLED for (size_t v = 0; v < 4; v++) weights[v] = vld1q_s8(block + v * 16);
        UNROLLED for (size_t r = 0; r < rows; r++) {
            int8x16_t values = vreinterpretq_s8_s32(vdupq_n_s32(*(const loose_int32 *)(q + r * columns + k)));
            UNROLLED for (size_t v = 0; v < 4; v++) sums[r][v] = add_products(sums[r][v], weights[v], values);
        }
    }
    UNROLLED for (size_t v = 0; v < 4; v++) {
        size_t channel = panel * 16 + v * 4;
        reals factor = load(w->scales + channel), bias = load(w->bias + channel);
        UNROLLED for (size_t r = 0; r < rows; r++) {
            reals value = (reals)vcvtq_f32_s32(sums[r][v]);
            store(out + r * w->channels + channel, fused(value, factor * scales[r], bias));
        }
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

const nw_tone_kernels nw_tone_kernels_neon = NW_TONE_TABLE("neon");
#endif
