/**
 * What outlives a restart: the data directory, which one server has at a time, and whose format is
 * brought forward and never back; files that are replaced as a whole; and what is told of those
 * that cannot be written.
 */
package plenum.store;
