/** Notes that people leave for others, on the WebSocket. */
package plenum.signal.note;
