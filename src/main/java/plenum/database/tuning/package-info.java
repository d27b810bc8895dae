/** Settings that were changed while the site ran, in the database. */
package plenum.database.tuning;
