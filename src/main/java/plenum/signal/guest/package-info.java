/** Guest links on the WebSocket: who may invite into a room hears when its links change. */
package plenum.signal.guest;
