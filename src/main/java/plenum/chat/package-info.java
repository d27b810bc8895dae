/**
 * Words beside the voice: the messages of a room, or of a call, to everybody there or to one
 * person. {@link plenum.chat.Conversations} is the only place that decides about them; clients only
 * ask. A conversation begins with the first message and ends with the meeting, when the last one
 * has left, or with the room. What is written letter by letter comes here as finished lines.
 */
package plenum.chat;
