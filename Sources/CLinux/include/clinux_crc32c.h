#ifndef CLINUX_CRC32C_H
#define CLINUX_CRC32C_H

#include <stddef.h>
#include <stdint.h>

/// CRC-32C (Castagnoli) of `length` bytes, continuing from `previous`; begin with 0.
/// Uses the processor's own instruction where it has one (SSE 4.2), tables elsewhere.
uint32_t clinux_crc32c(uint32_t previous, const void *bytes, size_t length);

/// The same by tables alone, so that a test can compare the two.
uint32_t clinux_crc32c_by_table(uint32_t previous, const void *bytes, size_t length);

#endif
