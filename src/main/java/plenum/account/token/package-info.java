/**
 * Tokens by which programs act for administrators, at {@code /api/admin} alone: made, known, ended.
 */
package plenum.account.token;
