/** Names of people who may come back, in the database. */
package plenum.database.presence;
