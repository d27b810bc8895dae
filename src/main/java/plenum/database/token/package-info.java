/** Tokens of programs in the database. */
package plenum.database.token;
