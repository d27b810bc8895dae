package plenum.signal;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.presence.SessionId;

/**
 * One client's connection: what it follows and what waits for it.
 *
 * <p>Its lock guards what it follows together with the order in the outbox: after {@link
 * #unfollow}, nothing of that topic is added any more.
 */
final class Connection implements Follower {

  private final SessionId session = SessionId.fresh();
  private final PersonId person;
  private final DisplayName nameAtStart;
  private final String page;
  private final MessageCodec codec;
  private final Outbox outbox;
  private final Set<Topic<?>> followed = new HashSet<>();
  private boolean ended;

  /**
   * @param page names the page across its connections; empty when it does not say
   */
  Connection(
      PersonId person, DisplayName nameAtStart, String page, MessageCodec codec, Outbox outbox) {
    this.person = person;
    this.nameAtStart = nameAtStart;
    this.page = page.isEmpty() ? session.value() : page;
    this.codec = codec;
    this.outbox = outbox;
  }

  SessionId session() {
    return session;
  }

  PersonId person() {
    return person;
  }

  /** The name in the cookie that the connection began with. */
  DisplayName nameAtStart() {
    return nameAtStart;
  }

  String page() {
    return page;
  }

  void send(ServerMessage message) {
    String text = codec.encode(message);
    if (outbox.add(text)) {
      outbox.pump();
    } else {
      close(CloseCode.TOO_SLOW);
    }
  }

  void refuse(OptionalLong request, String code, String message) {
    send(new ServerMessage.Refused(request, code, message, OptionalInt.empty()));
  }

  @Override
  public void deliver(Topic<?> topic, String text) {
    boolean added;
    synchronized (this) {
      if (!followed.contains(topic)) {
        return;
      }
      added = outbox.add(text);
    }
    if (added) {
      outbox.pump();
    } else {
      close(CloseCode.TOO_SLOW);
    }
  }

  void follow(Topic<?> topic, ServerMessage head) {
    synchronized (this) {
      if (ended) {
        return;
      }
      followed.add(topic);
    }
    topic.follow(this, head);
    boolean endedMeanwhile;
    synchronized (this) {
      endedMeanwhile = ended;
    }
    if (endedMeanwhile) {
      topic.unfollow(this);
    }
  }

  void unfollow(Topic<?> topic) {
    synchronized (this) {
      followed.remove(topic);
    }
    topic.unfollow(this);
  }

  /** Whether the topic's changes come here. */
  synchronized boolean follows(Topic<?> topic) {
    return followed.contains(topic);
  }

  /** Closes; at once when the client does not read anyway, otherwise after what waits is out. */
  void close(CloseCode code) {
    switch (code) {
      case TOO_SLOW, IDLE, REPLACED -> outbox.closeNow(code);
      default -> outbox.closeAfterwards(code);
    }
  }

  /**
   * The connection is over.
   *
   * @return false when that is known already
   */
  boolean end() {
    Set<Topic<?>> last;
    synchronized (this) {
      if (ended) {
        return false;
      }
      ended = true;
      last = Set.copyOf(followed);
      followed.clear();
    }
    outbox.discard();
    last.forEach(topic -> topic.unfollow(this));
    return true;
  }
}
