package plenum.signal.chat;

import java.util.List;

/**
 * The body of a snapshot, after {@link ChatAnswer.Chat}.
 *
 * @param messages the newest to everybody, the oldest first
 */
public record ChatState(long seq, List<MessageView> messages) {}
