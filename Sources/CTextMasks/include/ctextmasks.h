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
    /// Letters and digits of ASCII.
    uint64_t word;
    /// Octets of letters from U+0400 to U+047F, which UTF-8 writes as D0 or D1 and one more.
    uint64_t cyrillic;
} text_mask;

/// Which three octets may begin a name, by their halves: `a`, `b` and `c` may when
/// `low[0][a & 15] & high[0][a >> 4] & low[1][b & 15] & high[1][b >> 4] & low[2][c & 15] & high[2][c >> 4]` is not 0.
/// Each of the eight bits is a set of triples of its own: those of `capitals` for words that begin with a capital or a
/// digit, the others for words that begin with a small letter.
typedef struct {
    uint8_t low[3][16], high[3][16];
    uint8_t capitals;
} text_mask_triples;

/// What the words to be found have in common.
typedef struct {
    /// `TEXT_MASKS_…`.
    unsigned classes;
    /// The first three octets of words of ASCII and what ends them. A word is not asked when a letter outside ASCII, an
    /// apostrophe, a hyphen (it may cut a word at the end of a line) or a sign from 40 on is the second or third.
    text_mask_triples ascii;
    /// The second to fourth octet of Cyrillic words. A word is not asked when something other than a letter of D0 or D1
    /// or a sign below 40, but for the hyphen and the apostrophe, follows the first letter.
    text_mask_triples cyrillic;
} text_mask_names;

/// Puts the masks of `blocks` times 64 octets of UTF-8 from `text + from` into `masks`, and where a word that can begin a
/// name may start into `starts`, counted from `from`; returns how many. None is missing; where letters outside ASCII and
/// Cyrillic, apostrophes or marks are near, the search looks again. Octets past `size` read as zero; those before `from`
/// are looked at for words that go on. `starts` has room for 64 a block and 8 more.
size_t text_masks(
    const uint8_t *text, size_t size, size_t from, size_t blocks, const text_mask_names *names, text_mask *masks,
    uint32_t *starts);

/// The same without vector instructions.
size_t text_masks_plain(
    const uint8_t *text, size_t size, size_t from, size_t blocks, const text_mask_names *names, text_mask *masks,
    uint32_t *starts);

/// The same as on a processor without AVX2.
size_t text_masks_baseline(
    const uint8_t *text, size_t size, size_t from, size_t blocks, const text_mask_names *names, text_mask *masks,
    uint32_t *starts);

/// Asks for the line of memory at `address`, which need not be readable.
static inline void text_masks_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
