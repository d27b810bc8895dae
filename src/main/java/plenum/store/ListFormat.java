package plenum.store;

import java.util.Set;

/**
 * How an entry of a {@link ListFile} was written.
 *
 * @param <T> what an entry tells
 */
public interface ListFormat<T> {

  /**
   * Reads one.
   *
   * @throws RuntimeException when it cannot be used; the message says why
   */
  T read(Entry entry);

  /** What no two entries may have in common, such as an id. */
  Set<String> keys(T one);
}
