// How a product in int8 is cut into tiles, for the instructions that multiply octets without sign by octets with sign.
//
// It is the weights that lose their sign, by adding 128: once for all rows of a tile, while an activation is broadcast
// from memory as it is. What that adds to each sum is 128 · Σ q of the row; the sums begin at its negative. The file
// that includes this has defined TILE_ROWS (at most 6), TILE_PANELS, `sum_of_octets`, and `tile_int8`, which is inlined
// for each size of tile.

/// Rows whose first sums are kept at a time. With their octets (1536 columns) they leave room in a second-level cache
/// of 1 MiB for the weights of a tile.
enum { BLOCK_ROWS = 240 };

/// A tile whose number of rows is known only now.
INLINE void tile_of(
    const nw_tone_product *w, size_t panel, const int8_t *q, const float *scales, const int32_t *first_sums, float *out,
    size_t rows, const size_t panels) {
    switch (rows) {
    case 1: tile_int8(w, panel, q, scales, first_sums, out, 1, panels); break;
    case 2: tile_int8(w, panel, q, scales, first_sums, out, 2, panels); break;
    case 3: tile_int8(w, panel, q, scales, first_sums, out, 3, panels); break;
    case 4: tile_int8(w, panel, q, scales, first_sums, out, 4, panels); break;
#if TILE_ROWS > 5
    case 5: tile_int8(w, panel, q, scales, first_sums, out, 5, panels); break;
#endif
    default: tile_int8(w, panel, q, scales, first_sums, out, TILE_ROWS, panels); break;
    }
}

static void product_int8(const nw_tone_product *w, const int8_t *q, const float *scales, size_t rows, float *out) {
    const size_t panels = w->channels / 16;
    int32_t first_sums[BLOCK_ROWS];
    for (size_t done = 0; done < rows; done += BLOCK_ROWS) {
        size_t count = rows - done < BLOCK_ROWS ? rows - done : BLOCK_ROWS;
        for (size_t r = 0; r < count; r++)
            first_sums[r] = -128 * sum_of_octets(q + (done + r) * w->columns, w->columns);
        // Tiles of sizes as equal as they can be: a single row would cost nearly as much as six.
        size_t tiles = (count + TILE_ROWS - 1) / TILE_ROWS;
        for (size_t panel = 0; panel < panels; panel += TILE_PANELS) {
            for (size_t tile = 0; tile < tiles; tile++) {
                size_t from = count * tile / tiles, size = count * (tile + 1) / tiles - from, row = done + from;
                const int8_t *values = q + row * w->columns;
                float *to = out + row * w->channels;
                if (panel + TILE_PANELS <= panels) {
                    tile_of(w, panel, values, scales + row, first_sums + from, to, size, TILE_PANELS);
                } else {
                    for (size_t p = panel; p < panels; p++)
                        tile_of(w, p, values, scales + row, first_sums + from, to, size, 1);
                }
            }
        }
    }
}
