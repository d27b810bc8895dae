/** Calls on the WebSocket: ringing, answering, ending, invitations and records. */
package plenum.signal.call;
