/**
 * What outlives a restart in a database: an H2 file in the data directory, or PostgreSQL.
 * Implements the interfaces by which features keep things, in one package below for each feature;
 * its rows (JPA entities) are its own, and no feature sees them.
 *
 * <p>Features write by {@link plenum.database.WriteQueue}, which waits for nothing, and read what
 * they need all the time once, at the start.
 */
package plenum.database;
