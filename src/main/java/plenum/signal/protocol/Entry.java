package plenum.signal.protocol;

/** What a topic lists, with {@code equals} by content, and how its changes are told. */
public interface Entry {

  /** It is listed now. */
  Change appeared();

  /** It is not as it was. */
  Change changed();

  /**
   * It is listed no longer.
   *
   * @param reason why, as given with the last {@link Topic#touch(String, String)}
   */
  Change gone(String reason);
}
