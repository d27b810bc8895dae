package plenum.engine;

/** What has become of this machine's addresses since an engine began to receive at them. */
public enum AddressChange {
  /** It receives wherever it could. */
  NONE,
  /** There are more, at which it does not receive. */
  MORE,
  /** There are others, and none of those at which it receives but loopback: nobody reaches it. */
  OTHERS
}
