/**
 * Certificates of https: the server's own authority and what it issues, or the operator's files;
 * which one new connections get, and its renewal while others go on. What reads and makes them is
 * plain Java; only {@link plenum.tls.Tls} is a bean.
 */
package plenum.tls;
