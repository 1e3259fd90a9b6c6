#include "ctextmasks.h"

#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// One bit an octet for each class that the combination below needs.
typedef struct {
    uint64_t upper, lower, digit;
    uint64_t upper_half; // 40 to 7F, and C0 to FF
    uint64_t doubtful;   // apostrophes and hyphens
    uint64_t high;       // 80 to FF
    uint64_t d0, d1;     // the leads of Cyrillic
    uint64_t small;      // 80 to AF: what follows D0 in a capital letter
    uint64_t large;      // A0 to BF: what follows D1 in historic letters, where case alternates
    uint64_t lead;       // C2 to FF
    uint64_t wide;       // E0 to FF
} octet_classes;

typedef void (*classifier)(const uint8_t *octets, octet_classes *classes);
/// Of `starts`, those at which a triple begins; `small` are those that begin with a small letter.
typedef uint64_t (*triple_filter)(
    const uint8_t *octets, uint64_t starts, uint64_t small, const text_mask_triples *triples);

static inline uint64_t triples_plain(
    const uint8_t *octets, uint64_t starts, uint64_t small, const text_mask_triples *triples) {
    uint64_t left = 0;
    for (uint64_t rest = starts; rest != 0; rest &= rest - 1) {
        unsigned index = (unsigned)__builtin_ctzll(rest);
        uint8_t sets = small >> index & 1 ? (uint8_t)~triples->capitals : triples->capitals;
        for (unsigned place = 0; place < 3; place++) {
            uint8_t octet = octets[index + place];
            sets &= triples->low[place][octet & 15] & triples->high[place][octet >> 4];
        }
        if (sets) left |= 1ull << index;
    }
    return left;
}

static void classify_plain(const uint8_t *octets, octet_classes *classes) {
    memset(classes, 0, sizeof *classes);
    for (unsigned index = 0; index < 64; index++) {
        uint8_t octet = octets[index];
        uint64_t bit = 1ull << index;
        if (octet >= 'A' && octet <= 'Z') classes->upper |= bit;
        if (octet >= 'a' && octet <= 'z') classes->lower |= bit;
        if (octet >= '0' && octet <= '9') classes->digit |= bit;
        if (octet == '\'' || octet == '-') classes->doubtful |= bit;
        if (octet & 0x40) classes->upper_half |= bit;
        if (octet < 0x80) continue;
        classes->high |= bit;
        if (octet == 0xD0) classes->d0 |= bit;
        if (octet == 0xD1) classes->d1 |= bit;
        if (octet <= 0xAF) classes->small |= bit;
        if (octet >= 0xA0 && octet <= 0xBF) classes->large |= bit;
        if (octet >= 0xC2) classes->lead |= bit;
        if (octet >= 0xE0) classes->wide |= bit;
    }
}

#if defined(__x86_64__)
/// Sixteen octets at a time; every x86-64 has it.
static void classify_sse2(const uint8_t *octets, octet_classes *classes) {
    memset(classes, 0, sizeof *classes);
    for (unsigned part = 0; part < 64; part += 16) {
        __m128i x = _mm_loadu_si128((const __m128i *)(octets + part));
#define MASK(vector) ((uint64_t)(unsigned)_mm_movemask_epi8(vector) << part)
#define FROM(low, count) _mm_cmpeq_epi8(_mm_min_epu8(_mm_sub_epi8(x, _mm_set1_epi8(low)), _mm_set1_epi8(count)), \
                                        _mm_sub_epi8(x, _mm_set1_epi8(low)))
        classes->upper |= MASK(FROM('A', 25));
        classes->lower |= MASK(FROM('a', 25));
        classes->digit |= MASK(FROM('0', 9));
        classes->doubtful |=
            MASK(_mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('\'')), _mm_cmpeq_epi8(x, _mm_set1_epi8('-'))));
        classes->upper_half |= MASK(_mm_slli_epi16(x, 1));
        uint64_t high = MASK(x);
        if (high == 0) continue;
        classes->high |= high;
        classes->d0 |= MASK(_mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xD0)));
        classes->d1 |= MASK(_mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xD1)));
        classes->small |= MASK(FROM((char)0x80, 0x2F));
        classes->large |= MASK(FROM((char)0xA0, 0x1F));
        classes->lead |= MASK(FROM((char)0xC2, 0x3D));
        classes->wide |= MASK(FROM((char)0xE0, 0x1F));
#undef FROM
#undef MASK
    }
}

/// Thirty-two octets at a time.
__attribute__((target("avx2"))) static void classify_avx2(const uint8_t *octets, octet_classes *classes) {
    __m256i x = _mm256_loadu_si256((const __m256i *)octets);
    __m256i y = _mm256_loadu_si256((const __m256i *)(octets + 32));
#define MASK(a, b) ((uint32_t)_mm256_movemask_epi8(a) | (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << 32)
#define ONE(v, low, count) _mm256_cmpeq_epi8(_mm256_min_epu8(_mm256_sub_epi8(v, _mm256_set1_epi8(low)), \
    _mm256_set1_epi8(count)), _mm256_sub_epi8(v, _mm256_set1_epi8(low)))
#define FROM(low, count) MASK(ONE(x, low, count), ONE(y, low, count))
#define SAME(octet) MASK(_mm256_cmpeq_epi8(x, _mm256_set1_epi8(octet)), _mm256_cmpeq_epi8(y, _mm256_set1_epi8(octet)))
    classes->upper = FROM('A', 25);
    classes->lower = FROM('a', 25);
    classes->digit = FROM('0', 9);
    classes->doubtful = SAME('\'') | SAME('-');
    classes->upper_half = MASK(_mm256_slli_epi16(x, 1), _mm256_slli_epi16(y, 1));
    classes->high = MASK(x, y);
    if (classes->high == 0) {
        classes->d0 = classes->d1 = classes->small = classes->large = classes->lead = classes->wide = 0;
        return;
    }
    classes->d0 = SAME((char)0xD0);
    classes->d1 = SAME((char)0xD1);
    classes->small = FROM((char)0x80, 0x2F);
    classes->large = FROM((char)0xA0, 0x1F);
    classes->lead = FROM((char)0xC2, 0x3D);
    classes->wide = FROM((char)0xE0, 0x1F);
#undef SAME
#undef FROM
#undef ONE
#undef MASK
}

/// Thirty-two octets at a time.
__attribute__((target("avx2"))) static uint64_t triples_avx2(
    const uint8_t *octets, uint64_t starts, uint64_t small, const text_mask_triples *triples) {
    const __m256i half = _mm256_set1_epi8(15), none = _mm256_setzero_si256();
    const __m256i capitals = _mm256_set1_epi8((char)triples->capitals);
    uint64_t no_capital = 0, no_small = 0;
    for (unsigned part = 0; part < 64; part += 32) {
        __m256i sets = _mm256_set1_epi8(-1);
        for (unsigned place = 0; place < 3; place++) {
            __m256i x = _mm256_loadu_si256((const __m256i *)(octets + part + place));
            __m256i low = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)triples->low[place]));
            __m256i high = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)triples->high[place]));
            sets = _mm256_and_si256(sets, _mm256_shuffle_epi8(low, _mm256_and_si256(x, half)));
            sets = _mm256_and_si256(
                sets, _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(x, 4), half)));
        }
        __m256i large = _mm256_cmpeq_epi8(_mm256_and_si256(sets, capitals), none);
        __m256i others = _mm256_cmpeq_epi8(_mm256_andnot_si256(capitals, sets), none);
        no_capital |= (uint64_t)(uint32_t)_mm256_movemask_epi8(large) << part;
        no_small |= (uint64_t)(uint32_t)_mm256_movemask_epi8(others) << part;
    }
    return starts & ~((no_capital & ~small) | (no_small & small));
}
#endif

/// What stands before a block: its last two octets, as bits 0 and 1 of what a shift of the block brings in.
typedef struct {
    uint64_t word;    // bit 0: the octet before is a letter or digit of ASCII
    uint64_t leads;   // bits 0 and 1: the octets two and one before are D0 or D1
} carry;

/// Of the octets C2 and E2 80, hardly any begins a letter, and they are every quotation mark and dash of a text.
static uint64_t without_punctuation(uint64_t leads, const uint8_t *octets, size_t available) {
    uint64_t left = leads;
    for (uint64_t rest = leads; rest != 0; rest &= rest - 1) {
        unsigned index = (unsigned)__builtin_ctzll(rest);
        uint8_t next = index + 1 < available ? octets[index + 1] : 0;
        bool is_letter = true;
        if (octets[index] == 0xC2) is_letter = next == 0xAA || next == 0xB5 || next == 0xBA;
        if (octets[index] == 0xE2) is_letter = next != 0x80;
        if (!is_letter) left &= ~(1ull << index);
    }
    return left;
}

/// Octets behind a block that may be read with it.
enum { BEHIND = 4 };

/// Whether the triples do not tell what an octet is.
static inline bool is_odd(uint8_t octet) {
    bool is_word = (uint8_t)((octet | 0x20) - 'a') < 26 || (uint8_t)(octet - '0') < 10;
    return octet >= 0x80 || octet == '\'' || octet == '-' || (octet >= 0x40 && !is_word);
}

static inline __attribute__((always_inline)) uint64_t combine(
    const octet_classes *c, const uint8_t *octets, size_t available, triple_filter filter, const text_mask_names *names,
    carry *before, text_mask *mask) {
    uint64_t word = c->upper | c->lower | c->digit;
    uint64_t leads = c->d0 | c->d1;
    uint64_t goes_on = word << 1 | before->word | leads << 2 | before->leads;
    uint64_t begins = c->upper;
    if (names->classes & TEXT_MASKS_LOWER) begins |= c->lower;
    if (names->classes & TEXT_MASKS_DIGIT) begins |= c->digit;
    begins &= ~goes_on;
    // Signs that the triples do not tell. An apostrophe may belong to the word; a hyphen at the end of a line may cut it,
    // and must not be judged within the first three letters.
    uint64_t odd = c->doubtful | (c->upper_half & ~word);
    uint64_t odd_next = is_odd(octets[64]), odd_then = is_odd(octets[65]);
    uint64_t unasked = c->high | odd;
    uint64_t asked = begins & ~(unasked >> 1 | odd_next << 63) & ~(unasked >> 2 | odd_next << 62 | odd_then << 63);
    if (asked != 0) begins ^= asked ^ filter(octets, asked, c->lower, &names->ascii);
    mask->word = word;
    mask->cyrillic = leads | leads << 1 | (before->leads >> 1);
    *before = (carry){word >> 63, leads >> 62};
    if (c->high == 0) return begins;
    uint64_t small = c->small >> 1 | (uint64_t)(octets[64] >= 0x80 && octets[64] <= 0xAF) << 63;
    uint64_t large = c->large >> 1 | (uint64_t)(octets[64] >= 0xA0 && octets[64] <= 0xBF) << 63;
    uint64_t capital = c->d0 & small;
    uint64_t cyrillic = names->classes & TEXT_MASKS_LOWER_CYRILLIC ? leads : capital | (c->d1 & large);
    cyrillic &= ~goes_on;
    // Not asked: what D1 A0 and later begin, and words that go on in a way that the triples do not tell.
    uint64_t other = word | (odd & ~leads) | (c->high & ~leads);
    asked = cyrillic & ~(other >> 2) & ~(3ull << 62) & ~(c->d1 & large);
    if (asked != 0) cyrillic ^= asked ^ filter(octets + 1, asked, ~capital, &names->cyrillic);
    uint64_t others = c->lead & ~leads;
    if (others != 0) others = without_punctuation(others, octets, available);
    // A letter of two octets goes on with the word before it; an ideograph begins one of its own.
    return begins | cyrillic | (others & ~c->wide & ~goes_on) | (others & c->wide);
}

/// Puts the places of the bits of `mask`, counted on from `base`, behind each other; eight at a time, since how many there
/// are cannot be foreseen.
static inline __attribute__((always_inline)) size_t put(uint64_t mask, uint32_t base, uint32_t *starts) {
    size_t count = (size_t)__builtin_popcountll(mask);
    for (size_t done = 0; done < count; done += 8) {
        for (unsigned place = 0; place < 8; place++) {
            starts[done + place] = base + (uint32_t)__builtin_ctzll(mask | 1ull << 63);
            mask &= mask - 1;
        }
    }
    return count;
}

static inline __attribute__((always_inline)) size_t run(
    classifier classify, triple_filter filter, const uint8_t *text, size_t size, size_t from, size_t blocks,
    const text_mask_names *names, text_mask *masks, uint32_t *starts) {
    carry before = {0, 0};
    if (from > 0) {
        uint8_t last = text[from - 1];
        before.word = (uint8_t)((last | 0x20) - 'a') < 26 || (uint8_t)(last - '0') < 10;
        before.leads = (uint64_t)(last == 0xD0 || last == 0xD1) << 1;
        if (from > 1) before.leads |= (uint64_t)(text[from - 2] == 0xD0 || text[from - 2] == 0xD1);
    }
    size_t count = 0;
    for (size_t block = 0; block < blocks; block++) {
        size_t offset = from + block * 64;
        octet_classes classes;
        uint64_t found;
        if (offset + 64 + BEHIND <= size) {
            classify(text + offset, &classes);
            found = combine(&classes, text + offset, 64 + BEHIND, filter, names, &before, masks + block);
        } else {
            uint8_t rest[64 + BEHIND] = {0};
            if (offset < size) memcpy(rest, text + offset, size - offset);
            classify(rest, &classes);
            found = combine(&classes, rest, 64 + BEHIND, filter, names, &before, masks + block);
        }
        count += put(found, (uint32_t)(block * 64), starts + count);
    }
    return count;
}

size_t text_masks_plain(
    const uint8_t *text, size_t size, size_t from, size_t blocks, const text_mask_names *names, text_mask *masks,
    uint32_t *starts) {
    return run(classify_plain, triples_plain, text, size, from, blocks, names, masks, starts);
}

size_t text_masks_baseline(
    const uint8_t *text, size_t size, size_t from, size_t blocks, const text_mask_names *names, text_mask *masks,
    uint32_t *starts) {
#if defined(__x86_64__)
    return run(classify_sse2, triples_plain, text, size, from, blocks, names, masks, starts);
#else
    return run(classify_plain, triples_plain, text, size, from, blocks, names, masks, starts);
#endif
}

#if defined(__x86_64__)
__attribute__((target("avx2,bmi,popcnt"))) static size_t masks_avx2(
    const uint8_t *text, size_t size, size_t from, size_t blocks, const text_mask_names *names, text_mask *masks,
    uint32_t *starts) {
    return run(classify_avx2, triples_avx2, text, size, from, blocks, names, masks, starts);
}

size_t text_masks(
    const uint8_t *text, size_t size, size_t from, size_t blocks, const text_mask_names *names, text_mask *masks,
    uint32_t *starts) {
    // What is asked for together: every processor with AVX2 has the others.
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt"))
        return masks_avx2(text, size, from, blocks, names, masks, starts);
    return text_masks_baseline(text, size, from, blocks, names, masks, starts);
}
#else
size_t text_masks(
    const uint8_t *text, size_t size, size_t from, size_t blocks, const text_mask_names *names, text_mask *masks,
    uint32_t *starts) {
    return text_masks_baseline(text, size, from, blocks, names, masks, starts);
}
#endif
