// The arithmetic of the tone models: products of quantised weights, norms, attention.
//
// Each function exists once for each instruction set; `nw_tone_kernels_best` gives the fastest table that the processor
// can run. The formulas are those of Training/FORMAT.md. No function allocates or keeps anything.
#ifndef TONEKERNELS_H
#define TONEKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// The weights of a linear product, as a model file holds them: layout `blocks16x4`.
typedef struct {
    const int8_t *weights;
    /// One for each channel: weight = value · scale.
    const float *scales;
    const float *bias;
    /// Inputs, a multiple of 4, and outputs, a multiple of 16.
    size_t columns, channels;
} nw_tone_product;

/// One way to compute. Rows follow each other without gaps; pointers may be unaligned, but for weights (64 octets).
typedef struct {
    /// "avx512-vnni", "avx2-vnni", "avx2", "neon", "scalar".
    const char *name;
    /// q[r][c] = rint(x[r][c] · (127 / m)), m = max |x[r]|, halves to even; scales[r] = m / 127; all 0 when m < 1e-36.
    /// The values must be finite.
    void (*quantise)(const float *x, size_t rows, size_t columns, int8_t *q, float *scales);
    /// out[r][c] = Float(Σ q[r][k] · w[c][k]) · (scales[r] · w.scales[c]) + bias[c]. `out` does not overlap the input.
    void (*product_int8)(const nw_tone_product *w, const int8_t *q, const float *scales, size_t rows, float *out);
    /// The same of unquantised rows: out[r][c] = Σ x[r][k] · (w[c][k] · w.scales[c]) + bias[c].
    void (*product_fp32)(const nw_tone_product *w, const float *x, size_t rows, float *out);
    /// x += y.
    void (*add)(float *x, const float *y, size_t count);
    /// Each row of x less its mean, over √(variance + epsilon), times weight, plus bias; in place.
    void (*norm)(float *x, size_t rows, size_t width, const float *weight, const float *bias, float epsilon);
    /// x / 2 · (1 + erf(x / √2)), in place; within 2e-7 of the true value, relative or absolute.
    void (*gelu)(float *x, size_t count);
    /// max(0, x), in place.
    void (*relu)(float *x, size_t count);
    /// Self-attention of one sequence. `qkv` has 3 · width columns: q, k, v; head h has columns h · width / heads … of
    /// each; heads divides width. `out` has width columns and does not overlap the others. `scratch` has room for
    /// `nw_tone_attention_scratch` floats.
    void (*attention)(
        const float *qkv, size_t rows, size_t heads, size_t width, float *scratch, float *out);
    /// Σ a[k] · b[k].
    float (*dot)(const float *a, const float *b, size_t count);
    /// out[k] += value[k] · scale, of one row of a table in int8.
    void (*add_scaled_row)(const int8_t *values, float scale, float *out, size_t count);
} nw_tone_kernels;

/// How many floats of scratch the attention of a sequence of `rows` rows needs.
static inline size_t nw_tone_attention_scratch(size_t rows, size_t heads, size_t width) {
    // Of one head, the keys as columns and a few rows of scores, both padded to whole vectors, the values, and room to
    // align them.
    return (width / heads + 8) * (rows + 15) + rows * (width / heads) + 16;
}

/// The fastest that this processor can run.
const nw_tone_kernels *nw_tone_kernels_best(void);
/// All that this processor can run, the fastest first, then NULL; the last one is "scalar".
const nw_tone_kernels *const *nw_tone_kernels_all(void);

#endif
