// The operations of lanes.h for AVX2 with FMA: eight floats at a time.
#define LANES 8
#include "lanes.h"

enum { FP32_ROWS = 6, ATTENTION_VECTORS = 2 };

INLINE reals fused(reals a, reals b, reals c) { return _mm256_fmadd_ps(a, b, c); }
INLINE reals larger(reals a, reals b) { return _mm256_max_ps(a, b); }
INLINE reals smaller(reals a, reals b) { return _mm256_min_ps(a, b); }
INLINE float sum(reals x) {
    __m128 y = _mm_add_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
    y = _mm_add_ps(y, _mm_movehl_ps(y, y));
    return _mm_cvtss_f32(_mm_add_ss(y, _mm_movehdup_ps(y)));
}
INLINE float largest(reals x) {
    __m128 y = _mm_max_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
    y = _mm_max_ps(y, _mm_movehl_ps(y, y));
    return _mm_cvtss_f32(_mm_max_ss(y, _mm_movehdup_ps(y)));
}
INLINE __m256i first(size_t count) {
    return _mm256_cmpgt_epi32(_mm256_set1_epi32((int)count), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}
INLINE reals load_some(const float *from, size_t count) { return _mm256_maskload_ps(from, first(count)); }
INLINE void store_some(float *to, reals x, size_t count) { _mm256_maskstore_ps(to, first(count), x); }
INLINE void store_octets(int8_t *to, integers x) {
    // Nothing is cut off: the values are within ±127.
    __m128i half = _mm_packs_epi32(_mm256_castsi256_si128((__m256i)x), _mm256_extracti128_si256((__m256i)x, 1));
    _mm_storel_epi64((__m128i *)to, _mm_packs_epi16(half, half));
}

#include "rows.h"

#include "attention.h"
#include "product_fp32.h"

/// Σ of eight sums, as floats, times the scales, plus the bias.
INLINE void store_sums(
    const nw_tone_product *w, size_t channel, __m256i sums, float scale, float *out) {
    reals factor = load(w->scales + channel) * scale;
    store(out + channel, fused(_mm256_cvtepi32_ps(sums), factor, load(w->bias + channel)));
}
