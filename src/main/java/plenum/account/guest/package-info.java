/**
 * Guest links: by one, somebody comes into one room who otherwise could not, for a time. The link
 * is in the browser of whoever got it; kept is the hash of its token.
 */
package plenum.account.guest;
