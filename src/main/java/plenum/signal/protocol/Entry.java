package plenum.signal.protocol;

/** What a topic lists, with {@code equals} by content, and how its changes are told. */
public interface Entry {

  /** It is listed now. */
  Change appeared();

  /** It is not as it was. */
  Change changed();

  /**
   * The same, of what can be told in few words where one knows how it was.
   *
   * @param before what was told of it last
   */
  default Change changed(Entry before) {
    return changed();
  }

  /**
   * It is listed no longer.
   *
   * @param reason why, as given with the last {@link Topic#touch(String, String)}
   */
  Change gone(String reason);
}
