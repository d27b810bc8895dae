package plenum.engine.session;

import plenum.engine.ice.IceLite;

/**
 * Somebody whose datagrams come from addresses: a session, as {@link Addresses} sees it. Others
 * than its own loop ask it, too.
 */
interface Occupant {

  /** Whether a valid check has come from there. */
  boolean accepts(IceLite.Path path);

  /** Whether its handshake is complete. */
  boolean connected();

  /**
   * Whether no handshake of its own is to be expected: its peer has shown by media that for it,
   * too, it is complete, or is gone as it seems.
   */
  boolean settled(long nowNanos);

  /**
   * Whether it was shown that its peer receives there: the whole handshake went that way, so that
   * whoever only writes that address on its datagrams could not have completed it.
   */
  boolean proved(IceLite.Path path);

  /** Whether it has no more right to that address than another one: it is elsewhere, or gone. */
  boolean leaves(IceLite.Path path, long nowNanos);

  /** The address is another's now: it is neither heard from there nor sent to. */
  void lose(IceLite.Path path);
}
