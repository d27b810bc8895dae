/** The doors of accounts, by REST: logging in and out, passwords, and what administrators do. */
package plenum.web.account;
