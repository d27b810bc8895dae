package plenum.settings;

/**
 * Settings that may change while the site runs: whoever needs them asks each time, and keeps none
 * of them.
 *
 * @param <T> the record of a feature
 */
@FunctionalInterface
public interface Current<T> {

  /** As they are now; waits for nothing. */
  T now();
}
