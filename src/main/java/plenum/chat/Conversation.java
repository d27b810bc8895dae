package plenum.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import plenum.chat.file.FileId;
import plenum.identity.PersonId;

/**
 * What was said in one room, and which files belong to it; guarded by the lock of the
 * conversations.
 */
final class Conversation {

  /** Under which name of its writer's a message came. */
  private record Sent(PersonId by, String token) {}

  private record Kept(ChatMessage message, Optional<Sent> sent) {}

  /** So long messages are on average, at most, of a conversation that is kept whole. */
  private static final long AVERAGE = 300;

  /** The oldest is the first. */
  private final Map<MessageId, Kept> messages = new LinkedHashMap<>();

  private final Consumer<FileId> released;
  private final Map<Sent, MessageId> tokens = new HashMap<>();
  private final Set<PersonId> present = new HashSet<>();
  private long last;
  private long characters;
  private boolean kept;

  /**
   * @param released is told of files that no message has any more
   */
  Conversation(Consumer<FileId> released) {
    this.released = released;
  }

  /** Somebody is in the room. */
  void joined(PersonId person) {
    present.add(person);
  }

  /** Somebody is not; tells whether nobody is any more. */
  boolean left(PersonId person) {
    return present.remove(person) && present.isEmpty();
  }

  /** Whether nobody is in the room. */
  boolean isLeft() {
    return present.isEmpty();
  }

  /** Whether it outlasts the meeting. */
  boolean isKept() {
    return kept;
  }

  void keep(boolean now) {
    kept = now;
  }

  /** All messages, the oldest first. */
  List<ChatMessage> all() {
    return messages.values().stream().map(Kept::message).toList();
  }

  /** A message that was kept from another run. */
  void restore(ChatMessage message) {
    put(new Kept(message, Optional.empty()));
    last = Math.max(last, message.number());
    kept = true;
  }

  /** Forgets the oldest messages as long as this is so; tells which. */
  List<MessageId> dropWhile(Predicate<ChatMessage> old) {
    List<MessageId> dropped = new ArrayList<>();
    Iterator<Kept> oldest = messages.values().iterator();
    while (oldest.hasNext()) {
      Kept next = oldest.next();
      if (!old.test(next.message())) {
        break;
      }
      drop(next, oldest);
      dropped.add(next.message().id());
    }
    return dropped;
  }

  private void drop(Kept one, Iterator<Kept> from) {
    one.sent().ifPresent(tokens::remove);
    characters -= one.message().text().length();
    one.message().file().ifPresent(file -> released.accept(file.id()));
    from.remove();
  }

  /** What a writer sent under this token already; under an empty one nothing. */
  Optional<ChatMessage> sent(PersonId by, String token) {
    return Optional.ofNullable(tokens.get(new Sent(by, token))).flatMap(this::message);
  }

  Optional<ChatMessage> message(MessageId id) {
    return Optional.ofNullable(messages.get(id)).map(Kept::message);
  }

  /** The number of a message that is next. */
  long number(boolean forEverybody) {
    return forEverybody ? last + 1 : last;
  }

  /**
   * Keeps one more, and of all no more than {@code most}, the newest; tells which are not any more.
   */
  List<MessageId> add(ChatMessage message, String token, int most) {
    Optional<Sent> sent =
        Optional.of(token)
            .filter(named -> !named.isEmpty())
            .map(named -> new Sent(message.author().person(), named));
    put(new Kept(message, sent));
    sent.ifPresent(name -> tokens.put(name, message.id()));
    last = message.number();
    return dropWhile(one -> messages.size() > Math.max(1, most) || isTooMuch(most));
  }

  private boolean isTooMuch(int most) {
    return messages.size() > 1 && characters > most * AVERAGE;
  }

  private void put(Kept one) {
    Kept before = messages.put(one.message().id(), one);
    characters += one.message().text().length();
    if (before != null) {
      characters -= before.message().text().length();
      before
          .message()
          .file()
          .filter(file -> one.message().file().isEmpty())
          .ifPresent(file -> released.accept(file.id()));
    }
  }

  /** Nothing of it is kept. */
  void end() {
    dropWhile(any -> true);
  }

  /** The message is another one from now on. */
  ChatMessage change(MessageId id, UnaryOperator<ChatMessage> change) {
    Kept before = messages.get(id);
    ChatMessage after = change.apply(before.message());
    put(new Kept(after, before.sent()));
    return after;
  }

  /** The newest of these, the oldest first. */
  List<ChatMessage> newest(Predicate<ChatMessage> which, int most) {
    List<Kept> all = new ArrayList<>(messages.values());
    List<ChatMessage> found = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0 && found.size() < most; i--) {
      ChatMessage one = all.get(i).message();
      if (which.test(one)) {
        found.add(one);
      }
    }
    Collections.reverse(found);
    return found;
  }
}
