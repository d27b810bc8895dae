/**
 * The container's side of a connection: what waits to be sent, how a connection is closed and why,
 * and what keeps the container's own ways from costing or printing more than they should. Knows no
 * message.
 */
package plenum.signal.wire;
