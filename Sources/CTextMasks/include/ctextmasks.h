// Which octets of a text can begin a name, found 64 at a time.
//
// The masks are the first sieve of the name search: one bit an octet, so that the search itself is only woken at
// words that can begin a name. On x86-64 they are made by AVX2 where the processor has it, else by SSE2; elsewhere by
// plain C. All give the same bits.
#ifndef CTEXTMASKS_H
#define CTEXTMASKS_H

#include <stddef.h>
#include <stdint.h>

/// What a name may begin with beside a capital letter; or-ed together.
enum {
    TEXT_MASKS_LOWER = 1,          // a small letter of ASCII
    TEXT_MASKS_DIGIT = 2,          // a digit of ASCII
    TEXT_MASKS_LOWER_CYRILLIC = 4  // a small letter of U+0430 to U+045F
};

/// Of 64 octets, bit 0 for the first.
typedef struct {
    /// Octets at which a word that can begin a name may start. Never missing one; where letters outside ASCII and
    /// Cyrillic, apostrophes or marks are near, the search looks again.
    uint64_t start;
    /// Letters and digits of ASCII.
    uint64_t word;
    /// Octets of letters from U+0400 to U+047F, which UTF-8 writes as D0 or D1 and one more.
    uint64_t cyrillic;
} text_mask;

/// Which two octets may begin a name, by their halves: a pair may when
/// `first_low[a & 15] & first_high[a >> 4] & second_low[b & 15] & second_high[b >> 4]` is not 0. Each of the eight bits
/// is a set of pairs of its own.
typedef struct {
    uint8_t first_low[16], first_high[16], second_low[16], second_high[16];
} text_mask_pairs;

/// What the words to be found have in common.
typedef struct {
    /// `TEXT_MASKS_…`.
    unsigned classes;
    /// The first two octets of words of ASCII. What follows a letter outside ASCII or an apostrophe is not asked.
    text_mask_pairs ascii;
    /// The second octets of the first two letters of Cyrillic words. A word of one letter, or one that goes on in
    /// another script, is not asked.
    text_mask_pairs cyrillic;
} text_mask_names;

/// The masks of `blocks` times 64 octets of UTF-8 from `text + from`. Octets past `size` read as zero; those before
/// `from` are looked at for words that go on.
void text_masks(const uint8_t *text, size_t size, size_t from, size_t blocks, const text_mask_names *names,
    text_mask *masks);

/// The same without vector instructions.
void text_masks_plain(const uint8_t *text, size_t size, size_t from, size_t blocks, const text_mask_names *names,
    text_mask *masks);

/// Asks for the line of memory at `address`, which need not be readable.
static inline void text_masks_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
