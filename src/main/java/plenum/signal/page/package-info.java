/**
 * A page and its connection: the greeting, the sign of life, asking for a topic anew, and giving
 * the connection to another page.
 */
package plenum.signal.page;
