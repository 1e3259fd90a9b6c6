// What any processor can run: plain C, four floats at a time where the compiler has registers for them.
#include "tables.h"

#define LANES 4
#include "lanes.h"

// Of the 16 registers of SSE2, 8 are sums of a tile.
enum { TILE_ROWS = 2, FP32_ROWS = 2, ATTENTION_VECTORS = 2 };

INLINE reals fused(reals a, reals b, reals c) { return a * b + c; }
INLINE reals larger(reals a, reals b) {
    integers mask = a > b;
    return (reals)(((integers)a & mask) | ((integers)b & ~mask));
}
INLINE reals smaller(reals a, reals b) {
    integers mask = a < b;
    return (reals)(((integers)a & mask) | ((integers)b & ~mask));
}
INLINE float sum(reals x) { return (x[0] + x[1]) + (x[2] + x[3]); }
INLINE float largest(reals x) {
    float a = x[0] > x[1] ? x[0] : x[1], b = x[2] > x[3] ? x[2] : x[3];
    return a > b ? a : b;
}
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

/// A tile of `rows` rows by 16 channels. Each 32 bits of weights hold four inputs of one channel: one of them is moved
/// to the top and down again, with its sign.
INLINE void tile_int8(
    const nw_tone_product *w, size_t panel, const int8_t *q, const float *scales, float *out, const size_t rows) {
    integers sums[TILE_ROWS][4];
    UNROLLED for (size_t r = 0; r < rows; r++) {
        UNROLLED for (size_t v = 0; v < 4; v++) sums[r][v] = (integers){0};
    }
    const int8_t *block = w->weights + panel * 16 * w->columns;
    for (size_t k = 0; k < w->columns; k += 4, block += 64) {
        UNROLLED for (size_t part = 0; part < 4; part++) {
            UNROLLED for (size_t v = 0; v < 4; v++) {
                wholes four = (wholes)*(const loose_integers *)(block + v * 16);
                integers weights = (integers)(four << (uint32_t)(24 - 8 * part)) >> 24;
                UNROLLED for (size_t r = 0; r < rows; r++)
                    sums[r][v] += weights * (int32_t)q[r * w->columns + k + part];
            }
        }
    }
    UNROLLED for (size_t v = 0; v < 4; v++) {
        size_t channel = panel * 16 + v * 4;
        reals factor = load(w->scales + channel), bias = load(w->bias + channel);
        UNROLLED for (size_t r = 0; r < rows; r++) {
            reals value = __builtin_convertvector(sums[r][v], reals);
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

const nw_tone_kernels nw_tone_kernels_scalar = NW_TONE_TABLE("scalar");
