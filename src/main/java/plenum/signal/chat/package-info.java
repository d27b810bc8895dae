/** What is written in rooms and calls, on the WebSocket. */
package plenum.signal.chat;
