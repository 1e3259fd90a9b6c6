#ifndef NEWSWATCH_CCLD2_H
#define NEWSWATCH_CCLD2_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The language of `length` bytes of plain text, as cld2's own code ("en", "zh-Hant").
/// NULL when the bytes are no UTF-8, or when the detector does not call its answer reliable.
/// The string is static: never free it. Safe to call from several threads.
const char *newswatch_cld2_language(const char *text, size_t length);

#ifdef __cplusplus
}
#endif

#endif
