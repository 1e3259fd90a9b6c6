// vectorscan NAMES TEXT ROUNDS
//
// Compiles the names of a file, one a line, into a database of literals, any case, and counts their matches in a
// text. Prints one line of JSON, as newswatch-matchbench does. Literals fold the case of ASCII letters alone and know
// no word boundaries; every match is reported, by its end.
#include <hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

// A build that takes this long is not repeated.
static const double LONG_BUILD = 5;

static void fail(const char *message) {
    fprintf(stderr, "vectorscan: %s\n", message);
    exit(2);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// Highest resident memory so far, in MiB.
static double peak(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

// The whole file with a zero after it; the caller frees it.
static char *contents(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) fail("a file cannot be read");
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*size + 1);
    if (!bytes || fread(bytes, 1, *size, file) != *size) fail("a file cannot be read");
    bytes[*size] = 0;
    fclose(file);
    return bytes;
}

static int ascending(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double *values, size_t count) {
    qsort(values, count, sizeof *values, ascending);
    return values[count / 2];
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
    (void)id, (void)from, (void)to, (void)flags;
    ++*(unsigned long long *)context;
    return 0;
}

int main(int argc, char **argv) {
    if (argc != 4) fail("usage: vectorscan NAMES TEXT ROUNDS");
    size_t rounds = strtoul(argv[3], NULL, 10);
    if (rounds == 0) fail("ROUNDS must be 1 or more");
    double *times = calloc(rounds, sizeof *times);

    size_t names_size, text_size;
    char *names = contents(argv[1], &names_size);
    size_t lines = 1;
    for (size_t i = 0; i < names_size; i++) lines += names[i] == '\n';
    const char **literals = calloc(lines, sizeof *literals);
    size_t *lengths = calloc(lines, sizeof *lengths);
    unsigned *flags = calloc(lines, sizeof *flags), *ids = calloc(lines, sizeof *ids);
    if (!times || !literals || !lengths || !flags || !ids) fail("no memory");
    unsigned count = 0;
    for (char *line = strtok(names, "\n"); line; line = strtok(NULL, "\n")) {
        literals[count] = line;
        lengths[count] = strlen(line);
        flags[count] = HS_FLAG_CASELESS;
        ids[count] = count;
        count++;
    }

    double before = peak();
    hs_database_t *database = NULL;
    size_t builds = 0;
    do {
        hs_free_database(database);
        hs_compile_error_t *error;
        double start = seconds();
        if (hs_compile_lit_multi(literals, flags, ids, lengths, count, HS_MODE_BLOCK, NULL, &database, &error))
            fail(error->message);
        times[builds++] = seconds() - start;
    } while (builds < rounds && times[0] < LONG_BUILD);
    double build = median(times, builds), build_peak = peak() - before;
    size_t database_size = 0;
    hs_database_size(database, &database_size);

    char *text = contents(argv[2], &text_size);
    hs_scratch_t *scratch = NULL;
    if (hs_alloc_scratch(database, &scratch)) fail("no memory");
    unsigned long long mentions = 0;
    for (size_t round = 0; round < rounds; round++) {
        mentions = 0;
        double start = seconds();
        if (hs_scan(database, text, (unsigned)text_size, 0, scratch, on_match, &mentions)) fail("the scan failed");
        times[round] = seconds() - start;
    }
    printf("{\"names\":%u,\"bytes\":%zu,\"build_s\":%g,\"index_bytes\":%zu,\"mb_per_s\":%g,\"mentions\":%llu,"
           "\"build_peak_mib\":%g,\"peak_mib\":%g}\n",
           count, text_size, build, database_size, (double)text_size / median(times, rounds) / 1e6, mentions,
           build_peak, peak());
    hs_free_scratch(scratch);
    hs_free_database(database);
    free(text), free(literals), free(lengths), free(flags), free(ids), free(times), free(names);
    return 0;
}
