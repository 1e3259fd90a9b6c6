// The tables of the instruction sets, those that are compiled for this kind of processor.
#ifndef TONEKERNELS_TABLES_H
#define TONEKERNELS_TABLES_H

#include "tonekernels.h"

extern const nw_tone_kernels nw_tone_kernels_scalar;
#if defined(__x86_64__)
extern const nw_tone_kernels nw_tone_kernels_avx512;
extern const nw_tone_kernels nw_tone_kernels_avxvnni;
extern const nw_tone_kernels nw_tone_kernels_avx2;
#elif defined(__aarch64__)
extern const nw_tone_kernels nw_tone_kernels_neon;
#endif

/// A table of the functions that a file has by these names.
#define NW_TONE_TABLE(title) \
    { \
        .name = title, .quantise = quantise, .product_int8 = product_int8, .product_fp32 = product_fp32, .add = add, \
        .norm = norm, .gelu = gelu, .relu = relu, .attention = attention, .dot = dot, .add_scaled_row = add_scaled_row \
    }

#endif
