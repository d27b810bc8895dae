/** What outlives a restart: the data directory and files that are replaced as a whole. */
package plenum.store;
