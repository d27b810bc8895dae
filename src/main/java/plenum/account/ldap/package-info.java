/** Passwords that a company's directory checks (RFC 4511). */
package plenum.account.ldap;
