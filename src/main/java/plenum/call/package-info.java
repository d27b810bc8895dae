/**
 * Calls between two persons. {@link plenum.call.Calls} is the only place that decides about them;
 * clients only ask. A call is {@code ringing}, then {@code accepted}, then {@code ended}; or it
 * ends without an answer as {@code rejected}, {@code cancelled} or {@code missed}. Both sit in a
 * private room, and who gives the seat up ends the call for both.
 *
 * <p>Calls live in memory and end with the server. {@link plenum.call.CallRecords} keeps what
 * people want to know of them afterwards.
 */
package plenum.call;
