/** The lobby on the WebSocket: every room that everybody may know of, and everybody online. */
package plenum.signal.lobby;
