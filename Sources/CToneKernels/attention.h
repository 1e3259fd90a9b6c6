// Self-attention of one sequence. See lanes.h.

typedef float loose_four __attribute__((vector_size(16), aligned(4), may_alias));
#define FOUR(address) (*(loose_four *)(uintptr_t)(address))

/// Rows of scores at a time. A tile has at most ATTENTION_VECTORS vectors in each, so that its sums stay in registers.
enum { ATTENTION_ROWS = 6 };

/// One head of one sequence.
typedef struct {
    const float *q;
    /// From one row of `q` to the next.
    size_t stride;
    /// The keys, a column each, and their distance: `rows` rounded up to whole vectors, zeros behind.
    const float *keys;
    size_t keys_stride;
    /// The values, row after row.
    const float *values;
    size_t rows, width;
    /// To be added to the last vector of a row of scores: 0 for keys, minus infinity behind them.
    reals end;
} attention_head;

/// `rows` rows of scores from `row` on, for `vectors` vectors of keys from `key` on.
INLINE void score_tile(
    const attention_head *head, size_t row, size_t key, float *scores, const size_t rows, const size_t vectors) {
    reals sums[ATTENTION_ROWS][ATTENTION_VECTORS];
    UNROLLED for (size_t r = 0; r < rows; r++) {
        UNROLLED for (size_t n = 0; n < vectors; n++) sums[r][n] = all(0);
    }
    const float *q = head->q + row * head->stride, *keys = head->keys + key;
    for (size_t k = 0; k < head->width; k++, keys += head->keys_stride) {
        reals part[ATTENTION_VECTORS];
        UNROLLED for (size_t n = 0; n < vectors; n++) part[n] = load(keys + n * LANES);
        UNROLLED for (size_t r = 0; r < rows; r++) {
            reals value = all(q[r * head->stride + k]);
            UNROLLED for (size_t n = 0; n < vectors; n++) sums[r][n] = fused(value, part[n], sums[r][n]);
        }
    }
    UNROLLED for (size_t r = 0; r < rows; r++) {
        UNROLLED for (size_t n = 0; n < vectors; n++)
            store(scores + r * head->keys_stride + key + n * LANES, sums[r][n]);
    }
}

/// Turns a row of scores, up to the keys' stride, into e^(factor · (score - the largest)); returns one over their sum.
INLINE float exponentials(const attention_head *head, float *scores, float factor) {
    // In the last vector, what stands behind the last key must neither be the largest nor add to the sum.
    const size_t last = head->keys_stride - LANES;
    const reals end = load(scores + last) + head->end;
    reals maxima = end;
    for (size_t i = 0; i < last; i += LANES) maxima = larger(maxima, load(scores + i));
    factor *= 1.44269504f;
    // The difference first: it is exactly 0 for the largest, however large that is.
    float top = largest(maxima);
    reals sums = power_of_two(larger((end - top) * factor, all(-126)));
    store(scores + last, sums);
    for (size_t i = 0; i < last; i += LANES) {
        reals value = power_of_two(larger((load(scores + i) - top) * factor, all(-126)));
        store(scores + i, value);
        sums += value;
    }
    return 1 / sum(sums);
}

/// Mixes the values of `vectors` vectors of columns from `column` on, for `rows` rows of weights.
INLINE void mix_tile(
    const attention_head *head, size_t column, const float *weights, const float *factors, float *out,
    size_t out_stride, const size_t rows, const size_t vectors) {
    reals sums[ATTENTION_ROWS][2];
    UNROLLED for (size_t r = 0; r < rows; r++) {
        UNROLLED for (size_t n = 0; n < vectors; n++) sums[r][n] = all(0);
    }
    const float *v = head->values + column;
    for (size_t j = 0; j < head->rows; j++, v += head->width) {
        reals part[2];
        UNROLLED for (size_t n = 0; n < vectors; n++) part[n] = load(v + n * LANES);
        UNROLLED for (size_t r = 0; r < rows; r++) {
            reals weight = all(weights[r * head->keys_stride + j]);
            UNROLLED for (size_t n = 0; n < vectors; n++) sums[r][n] = fused(weight, part[n], sums[r][n]);
        }
    }
    UNROLLED for (size_t r = 0; r < rows; r++) {
        UNROLLED for (size_t n = 0; n < vectors; n++)
            store(out + r * out_stride + column + n * LANES, sums[r][n] * factors[r]);
    }
}

/// `rows` rows of the result from `row` on.
INLINE void attend(
    const attention_head *head, size_t row, float factor, float *scores, float *out, size_t out_stride,
    const size_t rows) {
    size_t key = 0;
    for (; key + ATTENTION_VECTORS * LANES <= head->keys_stride; key += ATTENTION_VECTORS * LANES)
        score_tile(head, row, key, scores, rows, ATTENTION_VECTORS);
    for (; key < head->keys_stride; key += LANES) score_tile(head, row, key, scores, rows, 1);
    float factors[ATTENTION_ROWS];
    for (size_t r = 0; r < rows; r++) factors[r] = exponentials(head, scores + r * head->keys_stride, factor);
    out += row * out_stride;
    size_t column = 0;
    for (; column + 2 * LANES <= head->width; column += 2 * LANES)
        mix_tile(head, column, scores, factors, out, out_stride, rows, 2);
    for (; column + LANES <= head->width; column += LANES)
        mix_tile(head, column, scores, factors, out, out_stride, rows, 1);
    for (; column < head->width; column++) {
        for (size_t r = 0; r < rows; r++) {
            float mixed = 0;
            for (size_t j = 0; j < head->rows; j++)
                mixed += scores[r * head->keys_stride + j] * head->values[j * head->width + column];
            out[r * out_stride + column] = mixed * factors[r];
        }
    }
}

/// Turns rows of keys into columns: four by four where there are as many.
INLINE void turn(
    const float *rows_of_keys, size_t rows, size_t stride, size_t columns, float *keys, size_t keys_stride) {
    size_t j = 0;
    for (; j + 4 <= rows; j += 4, rows_of_keys += 4 * stride) {
        const float *a = rows_of_keys, *b = a + stride, *c = b + stride, *d = c + stride;
        size_t k = 0;
        for (; k + 4 <= columns; k += 4) {
            loose_four ab = __builtin_shufflevector(FOUR(a + k), FOUR(b + k), 0, 4, 1, 5);
            loose_four cd = __builtin_shufflevector(FOUR(c + k), FOUR(d + k), 0, 4, 1, 5);
            FOUR(keys + k * keys_stride + j) = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);
            FOUR(keys + (k + 1) * keys_stride + j) = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
            ab = __builtin_shufflevector(FOUR(a + k), FOUR(b + k), 2, 6, 3, 7);
            cd = __builtin_shufflevector(FOUR(c + k), FOUR(d + k), 2, 6, 3, 7);
            FOUR(keys + (k + 2) * keys_stride + j) = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);
            FOUR(keys + (k + 3) * keys_stride + j) = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
        }
        for (; k < columns; k++) {
            for (size_t i = 0; i < 4; i++) keys[k * keys_stride + j + i] = a[i * stride + k];
        }
    }
    for (; j < keys_stride; j++, rows_of_keys += stride) {
        for (size_t k = 0; k < columns; k++) keys[k * keys_stride + j] = j < rows ? rows_of_keys[k] : 0;
    }
}

static void attention(const float *qkv, size_t rows, size_t heads, size_t width, float *scratch, float *out) {
    if (rows == 0) return;
    const size_t columns = width / heads, stride = 3 * width;
    const size_t keys_stride = (rows + LANES - 1) / LANES * LANES;
    // Rows of keys that begin at a whole vector are read without crossing lines.
    float *keys = scratch + (-(uintptr_t)scratch / sizeof(float)) % LANES;
    float *scores = keys + columns * keys_stride;
    float *values = scores + ATTENTION_ROWS * keys_stride;
    const float factor = 1 / __builtin_sqrtf((float)columns);
    attention_head head = {
        .stride = stride, .keys = keys, .keys_stride = keys_stride, .values = values, .rows = rows, .width = columns};
    for (size_t i = 0; i < LANES; i++) head.end[i] = keys_stride - LANES + i < rows ? 0 : -__builtin_inff();
    for (size_t h = 0; h < heads; h++) {
        head.q = qkv + h * columns;
        turn(head.q + width, rows, stride, columns, keys, keys_stride);
        // The values are copied since the distance of their rows would put many of them into few sets of the cache.
        for (size_t j = 0; j < rows; j++)
            __builtin_memcpy(values + j * columns, head.q + 2 * width + j * stride, columns * sizeof(float));
        float *here = out + h * columns;
        if (rows < ATTENTION_ROWS) {
            for (size_t row = 0; row < rows; row++) attend(&head, row, factor, scores, here, width, 1);
            continue;
        }
        // The last tile may begin within the one before it: the same values are then written twice.
        for (size_t row = 0; row < rows; row += ATTENTION_ROWS) {
            size_t from = row + ATTENTION_ROWS <= rows ? row : rows - ATTENTION_ROWS;
            attend(&head, from, factor, scores, here, width, ATTENTION_ROWS);
        }
    }
}
