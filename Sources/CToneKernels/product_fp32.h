// Linear products of rows that are not quantised: the reference path. See lanes.h.

/// Vectors to a panel of 16 channels.
enum { PANEL_VECTORS = 16 / LANES };

/// A tile of `rows` rows by one panel; `rows` is a constant where this is inlined, so that the sums stay in registers.
INLINE void tile_fp32(
    const nw_tone_product *w, size_t panel, const float *x, float *out, const size_t rows) {
    reals sums[FP32_ROWS][PANEL_VECTORS];
    UNROLLED for (size_t r = 0; r < rows; r++) {
        UNROLLED for (size_t v = 0; v < PANEL_VECTORS; v++) sums[r][v] = all(0);
    }
    const int8_t *block = w->weights + panel * 16 * w->columns;
    for (size_t k = 0; k < w->columns; k += 4, block += 64) {
        UNROLLED for (size_t part = 0; part < 4; part++) {
            reals weights[PANEL_VECTORS];
            // Each 32 bits hold four inputs of one channel: one of them is moved to the top and down again, with its
            // sign.
            UNROLLED for (size_t v = 0; v < PANEL_VECTORS; v++) {
                integers four = *(const loose_integers *)(block + v * LANES * 4);
                integers one = (integers)((wholes)four << (uint32_t)(24 - 8 * part)) >> 24;
                weights[v] = __builtin_convertvector(one, reals);
            }
            UNROLLED for (size_t r = 0; r < rows; r++) {
                reals value = all(x[r * w->columns + k + part]);
                UNROLLED for (size_t v = 0; v < PANEL_VECTORS; v++)
                    sums[r][v] = fused(value, weights[v], sums[r][v]);
            }
        }
    }
    UNROLLED for (size_t v = 0; v < PANEL_VECTORS; v++) {
        size_t channel = panel * 16 + v * LANES;
        reals scales = load(w->scales + channel), bias = load(w->bias + channel);
        UNROLLED for (size_t r = 0; r < rows; r++)
            store(out + r * w->channels + channel, fused(sums[r][v], scales, bias));
    }
}

static void product_fp32(const nw_tone_product *w, const float *x, size_t rows, float *out) {
    for (size_t panel = 0; panel < w->channels / 16; panel++) {
        size_t row = 0;
        for (; row + FP32_ROWS <= rows; row += FP32_ROWS)
            tile_fp32(w, panel, x + row * w->columns, out + row * w->channels, FP32_ROWS);
        for (; row < rows; row++) tile_fp32(w, panel, x + row * w->columns, out + row * w->channels, 1);
    }
}
