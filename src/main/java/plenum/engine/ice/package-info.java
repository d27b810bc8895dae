/**
 * The ICE-lite side of a session (RFC 8445) and the STUN messages that it consists of (RFC 8489):
 * datagrams and time in, datagrams out. It opens no socket and starts no timer.
 */
package plenum.engine.ice;
