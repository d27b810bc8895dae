/** Accounts and logins in the database. */
package plenum.database.account;
