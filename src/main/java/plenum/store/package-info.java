/**
 * What outlives a restart: the data directory, which one server has at a time; files that are
 * replaced as a whole, and written again until that succeeds; and what is told of those that cannot
 * be written.
 */
package plenum.store;
