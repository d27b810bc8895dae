package plenum.store;

/**
 * Makes of one format of the data directory the next one, before anything else is read of it.
 *
 * <p>A server may be killed at any moment: what was not finished is done again, from its beginning,
 * at the next start. So it must do for data that are of the next format already, in part or whole,
 * and replace files as a whole, as {@link StoredFile} does. A database's is done in a transaction.
 */
@FunctionalInterface
interface Migration {

  /**
   * @param data of the format before
   * @throws StoreFailure when it cannot be done now
   */
  void run(DataDirectory data);
}
