// Functions of rows and of single values. See lanes.h.

/// |x|.
INLINE reals magnitude(reals x) { return (reals)((wholes)x & 0x7FFFFFFFu); }

/// 2^x for x from -126 to 127, within 1.5 units of the last place. The polynomial of degree 6 is a minimax fit of 2^x
/// over ±1/2 in relative error (Lawson's iteration; 2e-9 before rounding).
INLINE reals power_of_two(reals x) {
    // Adding 1.5 · 2^23 leaves no bits for fractions: the sum's low bits are x, rounded.
    reals shifted = x + 0x1.8p23f;
    reals part = x - (shifted - 0x1.8p23f);
    reals y = fused(all(0x1.41d334p-13f), part, all(0x1.5f456ap-10f));
    y = fused(y, part, all(0x1.3b2dbcp-7f));
    y = fused(y, part, all(0x1.c6aed4p-5f));
    y = fused(y, part, all(0x1.ebfbdap-3f));
    y = fused(y, part, all(0x1.62e430p-1f));
    y = fused(y, part, all(1));
    return (reals)((wholes)y + ((wholes)shifted << 23));
}

/// gelu(x) = max(0, x) - t · Φ(-t) with t = |x|, where Φ is the normal distribution. log2 Φ(-t) is near a parabola: the
/// polynomial of degree 8 is a minimax fit over 0…6, weighted so that t · Φ(-t) is off by less than 2e-8; beyond 6 it
/// keeps falling and the product is below 1e-8. With the rounding of floats the whole stays within 2e-7.
INLINE reals gelu_of(reals x) {
    reals t = smaller(magnitude(x), all(16));
    reals y = fused(all(-0x1.21ea24p-19f), t, all(0x1.0768ccp-15f));
    y = fused(y, t, all(-0x1.3811aap-13f));
    y = fused(y, t, all(-0x1.d9dcc6p-13f));
    y = fused(y, t, all(0x1.d66f82p-8f));
    y = fused(y, t, all(-0x1.aeb220p-5f));
    y = fused(y, t, all(-0x1.d633c0p-2f));
    y = fused(y, t, all(-0x1.26af0ep+0f));
    y = fused(y, t, all(-0x1.fffffep-1f));
    reals tail = power_of_two(larger(y, all(-126)));
    return fused(-t, tail, larger(x, all(0)));
}

static void gelu(float *x, size_t count) {
    size_t i = 0;
    for (; i + LANES <= count; i += LANES) store(x + i, gelu_of(load(x + i)));
    if (i < count) store_some(x + i, gelu_of(load_some(x + i, count - i)), count - i);
}

static void relu(float *x, size_t count) {
    size_t i = 0;
    for (; i + LANES <= count; i += LANES) store(x + i, larger(load(x + i), all(0)));
    if (i < count) store_some(x + i, larger(load_some(x + i, count - i), all(0)), count - i);
}

static void add(float *x, const float *y, size_t count) {
    size_t i = 0;
    for (; i + LANES <= count; i += LANES) store(x + i, load(x + i) + load(y + i));
    if (i < count) store_some(x + i, load_some(x + i, count - i) + load_some(y + i, count - i), count - i);
}

static float dot(const float *a, const float *b, size_t count) {
    // Four sums, since one would wait for itself at each step.
    reals sums[4] = {{0}, {0}, {0}, {0}};
    size_t i = 0;
    for (; i + 4 * LANES <= count; i += 4 * LANES) {
        UNROLLED for (size_t n = 0; n < 4; n++)
            sums[n] = fused(load(a + i + n * LANES), load(b + i + n * LANES), sums[n]);
    }
    for (; i + LANES <= count; i += LANES) sums[0] = fused(load(a + i), load(b + i), sums[0]);
    if (i < count) sums[1] = fused(load_some(a + i, count - i), load_some(b + i, count - i), sums[1]);
    return sum((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

static void add_scaled_row(const int8_t *values, float scale, float *out, size_t count) {
    size_t i = 0;
    for (; i + LANES <= count; i += LANES)
        store(out + i, fused(load_octets(values + i), all(scale), load(out + i)));
    for (; i < count; i++) out[i] += (float)values[i] * scale;
}

/// Σ x.
INLINE float sum_of_row(const float *x, size_t count) {
    reals sums[4] = {{0}, {0}, {0}, {0}};
    size_t i = 0;
    for (; i + 4 * LANES <= count; i += 4 * LANES) {
        UNROLLED for (size_t n = 0; n < 4; n++) sums[n] += load(x + i + n * LANES);
    }
    for (; i + LANES <= count; i += LANES) sums[0] += load(x + i);
    if (i < count) sums[1] += load_some(x + i, count - i);
    return sum((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

/// Takes `mean` from each value and returns the sum of the squares of what is left.
INLINE float centre(float *x, size_t count, float mean) {
    reals sums[4] = {{0}, {0}, {0}, {0}};
    size_t i = 0;
    for (; i + 4 * LANES <= count; i += 4 * LANES) {
        UNROLLED for (size_t n = 0; n < 4; n++) {
            reals part = load(x + i + n * LANES) - mean;
            store(x + i + n * LANES, part);
            sums[n] = fused(part, part, sums[n]);
        }
    }
    for (; i + LANES <= count; i += LANES) {
        reals part = load(x + i) - mean;
        store(x + i, part);
        sums[0] = fused(part, part, sums[0]);
    }
    float rest = 0;
    for (; i < count; i++) {
        x[i] -= mean;
        rest += x[i] * x[i];
    }
    return sum((sums[0] + sums[1]) + (sums[2] + sums[3])) + rest;
}

static void norm(float *x, size_t rows, size_t width, const float *weight, const float *bias, float epsilon) {
    for (size_t row = 0; row < rows; row++, x += width) {
        float mean = sum_of_row(x, width) / (float)width;
        float variance = centre(x, width, mean) / (float)width;
        float factor = 1 / __builtin_sqrtf(variance + epsilon);
        size_t i = 0;
        for (; i + LANES <= width; i += LANES)
            store(x + i, fused(load(x + i) * factor, load(weight + i), load(bias + i)));
        for (; i < width; i++) x[i] = x[i] * factor * weight[i] + bias[i];
    }
}

static void quantise(const float *x, size_t rows, size_t columns, int8_t *q, float *scales) {
    for (size_t row = 0; row < rows; row++, x += columns, q += columns) {
        reals maxima[4] = {{0}, {0}, {0}, {0}};
        size_t i = 0;
        for (; i + 4 * LANES <= columns; i += 4 * LANES) {
            UNROLLED for (size_t n = 0; n < 4; n++)
                maxima[n] = larger(maxima[n], magnitude(load(x + i + n * LANES)));
        }
        for (; i + LANES <= columns; i += LANES) maxima[0] = larger(maxima[0], magnitude(load(x + i)));
        if (i < columns) maxima[1] = larger(maxima[1], magnitude(load_some(x + i, columns - i)));
        float m = largest(larger(larger(maxima[0], maxima[1]), larger(maxima[2], maxima[3])));
        scales[row] = m / 127;
        // Below this, 127 / m may be infinite; such a row adds nothing to any sum.
        float factor = m < 1e-36f ? 0 : 127 / m;
        i = 0;
        for (; i + LANES <= columns; i += LANES) {
            // As in power_of_two: the low bits of the sum are the product, rounded to whole numbers, halves to even.
            reals scaled = load(x + i) * factor;
            store_octets(q + i, (integers)((wholes)(scaled + 0x1.8p23f) - 0x4B400000u));
        }
        for (; i < columns; i++) q[i] = (int8_t)__builtin_rintf(x[i] * factor);
    }
}
