#include "clinux_crc32c.h"

#include <pthread.h>
#include <string.h>

// The Castagnoli polynomial 0x1EDC6F41, bits reversed.
#define POLYNOMIAL 0x82F63B78u

// table[k][b] is the checksum of byte b followed by k zero bytes: eight look-ups then advance by eight bytes.
static uint32_t table[8][256];
static pthread_once_t table_made = PTHREAD_ONCE_INIT;

static void make_table(void) {
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t crc = byte;
        for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (POLYNOMIAL & (0u - (crc & 1)));
        table[0][byte] = crc;
    }
    for (int k = 1; k < 8; k++) {
        for (int byte = 0; byte < 256; byte++) {
            uint32_t crc = table[k - 1][byte];
            table[k][byte] = (crc >> 8) ^ table[0][crc & 0xFF];
        }
    }
}

uint32_t clinux_crc32c_by_table(uint32_t previous, const void *bytes, size_t length) {
    pthread_once(&table_made, make_table);
    const unsigned char *at = bytes;
    uint32_t crc = ~previous;
    for (; length >= 8; at += 8, length -= 8) {
        // Byte by byte, so that the order of bytes in a word does not matter.
        crc = table[7][at[0] ^ (crc & 0xFF)] ^ table[6][at[1] ^ ((crc >> 8) & 0xFF)]
            ^ table[5][at[2] ^ ((crc >> 16) & 0xFF)] ^ table[4][at[3] ^ (crc >> 24)]
            ^ table[3][at[4]] ^ table[2][at[5]] ^ table[1][at[6]] ^ table[0][at[7]];
    }
    for (; length > 0; at++, length--) crc = (crc >> 8) ^ table[0][(crc ^ *at) & 0xFF];
    return ~crc;
}

#if defined(__x86_64__)

__attribute__((target("sse4.2"))) static uint32_t crc32c_by_instruction(
    uint32_t previous, const unsigned char *at, size_t length
) {
    uint64_t crc = (uint32_t)~previous;
    for (; length >= 8; at += 8, length -= 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        crc = __builtin_ia32_crc32di(crc, word);
    }
    uint32_t rest = (uint32_t)crc;
    for (; length > 0; at++, length--) rest = __builtin_ia32_crc32qi(rest, *at);
    return ~rest;
}

uint32_t clinux_crc32c(uint32_t previous, const void *bytes, size_t length) {
    if (__builtin_cpu_supports("sse4.2")) return crc32c_by_instruction(previous, bytes, length);
    return clinux_crc32c_by_table(previous, bytes, length);
}

#else

uint32_t clinux_crc32c(uint32_t previous, const void *bytes, size_t length) {
    return clinux_crc32c_by_table(previous, bytes, length);
}

#endif
