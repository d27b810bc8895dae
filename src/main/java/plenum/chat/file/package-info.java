/**
 * Files that messages bring along: how they come in piece by piece, what they are by their content,
 * how much of them there may be, and where they lie in the data directory. Knows no messages: who
 * may send one, and who may read it, the conversations decide.
 */
package plenum.chat.file;
