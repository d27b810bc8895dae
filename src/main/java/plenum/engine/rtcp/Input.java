package plenum.engine.rtcp;

/** Big-endian reads from a slice that the caller has measured. */
record Input(byte[] b, int off, int len) {

  int u8(int at) {
    return b[off + at] & 0xff;
  }

  int u16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  int i24(int at) {
    return b[off + at] << 16 | u16(at + 1);
  }

  int i32(int at) {
    return u16(at) << 16 | u16(at + 2);
  }

  long u32(int at) {
    return i32(at) & 0xffffffffL;
  }

  long i64(int at) {
    return (long) i32(at) << 32 | u32(at + 4);
  }
}
