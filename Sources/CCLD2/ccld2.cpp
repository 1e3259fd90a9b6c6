// The compact language detector behind a C function: its own header is C++ and so cannot be imported.
#include "ccld2.h"

#include <climits>
#include <cstdio>  // cld2's header names FILE without including this.
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

const char *newswatch_cld2_language(const char *text, size_t length) {
    if (length > INT_MAX) return nullptr;
    const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language best[3];
    int percent[3];
    double normalized[3];
    int textBytes = 0, validBytes = 0;
    bool reliable = false;
    const CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
        text, static_cast<int>(length), /* is_plain_text */ true, &hints, /* flags */ 0, best, percent, normalized,
        nullptr, &textBytes, &reliable, &validBytes);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return nullptr;
    return CLD2::LanguageCode(language);
}
