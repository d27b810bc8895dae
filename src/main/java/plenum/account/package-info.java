/**
 * Accounts: who has one, by which password, what it makes of a person, and where that person is
 * logged in. Nothing here waits for a store on the way to a decision: everything is in memory, and
 * written behind.
 */
package plenum.account;
