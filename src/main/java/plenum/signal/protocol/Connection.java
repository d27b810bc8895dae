package plenum.signal.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.signal.wire.CloseCode;
import plenum.signal.wire.Outbox;
import plenum.text.Refused;
import plenum.text.Sentence;

/**
 * One client's connection: what it follows and what waits for it.
 *
 * <p>Its lock guards what it follows together with the order in the outbox: after {@link
 * #unfollow}, nothing of that topic is added any more.
 */
public final class Connection implements Follower {

  private final SessionId session = SessionId.fresh();
  private final Client client;
  private final String page;
  private final MessageCodec codec;
  private final Outbox outbox;

  /** With the head of the snapshot, until that has come. */
  private final Map<Topic<?>, Optional<ServerMessage>> followed = new HashMap<>();

  private final List<String> early = new ArrayList<>();
  private boolean welcomed;
  private boolean ended;

  public Connection(Client client, MessageCodec codec, Outbox outbox) {
    this.client = client;
    this.page = client.page().isEmpty() ? session.value() : client.page();
    this.codec = codec;
    this.outbox = outbox;
  }

  /** Who acts by this connection, at this moment. */
  public Actor actor() {
    return Actor.of(
        client.person(),
        client.name().get(),
        client.standing().get(),
        session,
        client.address(),
        page);
  }

  public SessionId session() {
    return session;
  }

  /** The id of the login by which the person is known here; empty for a guest. */
  public Optional<String> login() {
    return client.login();
  }

  public PersonId person() {
    return client.person();
  }

  public String page() {
    return page;
  }

  /** The version of the protocol that is spoken by this connection. */
  public int protocol() {
    return client.protocol();
  }

  /**
   * Sends a page's first message. What others sent before, because they knew of this connection
   * already, follows it: the message holds what was so when it was made, and they tell what
   * changed.
   *
   * @param text the message's
   */
  public void welcome(String text) {
    boolean added;
    synchronized (this) {
      welcomed = true;
      added = outbox.add(text) && early.stream().allMatch(outbox::add);
      early.clear();
    }
    pump(added);
  }

  /**
   * Another page goes on with the connection and knows nothing yet: it follows nothing, and what
   * others send waits for the next {@link #welcome}.
   */
  public void changePage() {
    Set<Topic<?>> last;
    synchronized (this) {
      welcomed = false;
      last = Set.copyOf(followed.keySet());
      followed.clear();
    }
    last.forEach(topic -> topic.unfollow(this));
  }

  public void send(ServerMessage message) {
    String text = codec.encode(message);
    boolean added;
    synchronized (this) {
      added = welcomed ? outbox.add(text) : early.add(text);
    }
    pump(added);
  }

  private void pump(boolean added) {
    if (added) {
      outbox.pump();
    } else {
      close(CloseCode.TOO_SLOW);
    }
  }

  /** Tells who wants an answer that it is done. */
  public void done(OptionalLong request) {
    if (request.isPresent()) {
      send(new ServerMessage.Done(request));
    }
  }

  /** Why what was asked is not to be had. */
  public void refuse(OptionalLong request, Refused refused) {
    refuse(request, refused.pageCode(), refused.sentence());
  }

  void refuse(OptionalLong request, String code, Sentence sentence) {
    send(
        new ServerMessage.Error(request, code, client.reader().say(sentence), OptionalInt.empty()));
  }

  /** What the client sent is not of the protocol, or more than is taken. */
  void refuse(BadMessage bad) {
    OptionalInt retryAfter =
        bad.code().equals("too-many") ? OptionalInt.of(1) : OptionalInt.empty();
    String message = client.reader().say(bad.sentence());
    send(new ServerMessage.Error(bad.request(), bad.code(), message, retryAfter));
  }

  @Override
  public void deliver(Topic<?> topic, String text) {
    pass(topic, text, pending -> pending);
  }

  @Override
  public void answer(Topic<?> topic, ServerMessage head, String text) {
    pass(topic, text, pending -> pending.filter(other -> other != head));
  }

  /**
   * @param pending what is still to come, after this
   */
  private void pass(Topic<?> topic, String text, UnaryOperator<Optional<ServerMessage>> pending) {
    try {
      topic.admit(this::actor);
    } catch (Refused why) {
      unfollow(topic, why);
      return;
    }
    boolean added;
    synchronized (this) {
      if (followed.computeIfPresent(topic, (same, head) -> pending.apply(head)) == null) {
        return;
      }
      added = outbox.add(text);
    }
    pump(added);
  }

  /**
   * A snapshot of the topic that begins with this head, and its changes from then on. Another topic
   * of the same name is followed no longer.
   */
  public void follow(Topic<?> topic, ServerMessage head) {
    Optional<Topic<?>> before = followed(topic.name()).filter(other -> other != topic);
    before.ifPresent(this::unfollow);
    synchronized (this) {
      if (ended) {
        return;
      }
      followed.put(topic, Optional.of(head));
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

  /** Follows it no longer. */
  public void unfollow(Topic<?> topic) {
    leave(topic);
  }

  /** Follows it no longer; who still waits for the snapshot is told why it does not come. */
  public void unfollow(Topic<?> topic, Refused why) {
    leave(topic)
        .map(ServerMessage::request)
        .filter(OptionalLong::isPresent)
        .ifPresent(request -> refuse(request, why));
  }

  /** Tells how the snapshot would have begun, where that has not come yet. */
  private Optional<ServerMessage> leave(Topic<?> topic) {
    Optional<ServerMessage> unanswered;
    synchronized (this) {
      unanswered = Optional.ofNullable(followed.remove(topic)).flatMap(head -> head);
    }
    topic.unfollow(this);
    return unanswered;
  }

  /** The topic of this name whose changes come here. */
  public synchronized Optional<Topic<?>> followed(String name) {
    return followed.keySet().stream().filter(topic -> topic.name().equals(name)).findFirst();
  }

  /** Whether the topic's changes come here. */
  synchronized boolean follows(Topic<?> topic) {
    return followed.containsKey(topic);
  }

  /** Closes; at once when the client does not read anyway, otherwise after what waits is out. */
  public void close(CloseCode code) {
    if (code.unread()) {
      outbox.closeNow(code);
    } else {
      outbox.closeAfterwards(code);
    }
  }

  /** Closes at once, whatever waits to be sent: none of it is for the client any more. */
  public void closeNow(CloseCode code) {
    outbox.closeNow(code);
  }

  /** Whether the connection is over. */
  public synchronized boolean isOver() {
    return ended;
  }

  /**
   * The connection is over.
   *
   * @return false when that is known already
   */
  public boolean end() {
    Set<Topic<?>> last;
    synchronized (this) {
      if (ended) {
        return false;
      }
      ended = true;
      last = Set.copyOf(followed.keySet());
      followed.clear();
    }
    outbox.discard();
    last.forEach(topic -> topic.unfollow(this));
    return true;
  }
}
