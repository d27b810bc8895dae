/** Real-time text: what a page may send of it. What others type is told by the room's topic. */
package plenum.signal.typing;
