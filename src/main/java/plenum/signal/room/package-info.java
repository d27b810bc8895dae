/** A room on the WebSocket: who is inside, what they publish, its devices and its stage. */
package plenum.signal.room;
