package plenum.signal.protocol;

import java.lang.System.Logger.Level;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import plenum.identity.RandomText;
import plenum.log.Concerning;
import plenum.settings.SignalSettings;
import plenum.signal.protocol.BadMessage.Reason;
import plenum.signal.wire.MessageRate;
import plenum.text.Refused;
import plenum.text.Sentence;

/**
 * What comes from one client: puts its messages together, holds them against the limits and turns
 * what goes wrong into errors that name the reason. The container calls it from one thread at a
 * time.
 */
public final class Inbox {

  private static final System.Logger LOG = System.getLogger(Inbox.class.getName());
  private static final double MINUTE = 60;

  private final SignalSettings settings;
  private final MessageCodec codec;
  private final Connection connection;
  private final Protocol protocol;
  private final BooleanSupplier permitted;
  private final Runnable expel;
  private final LongSupplier nanoTime;
  private final MessageRate messages;
  private final MessageRate errors;
  private final StringBuilder parts = new StringBuilder();
  private boolean tooLong;
  private final InTurn turns;
  private volatile boolean closing;
  private volatile long lastHeard;

  /**
   * @param permitted whether one more message of all connections of this person, and of all people
   *     of this address, is taken
   * @param slow where messages are done that take long; rejects what is too much
   * @param expel what to do, once, with a client that keeps sending what it must not
   */
  public Inbox(
      SignalSettings settings,
      MessageCodec codec,
      Connection connection,
      Protocol protocol,
      BooleanSupplier permitted,
      Executor slow,
      Runnable expel,
      LongSupplier nanoTime) {
    this.settings = settings;
    this.codec = codec;
    this.connection = connection;
    this.protocol = protocol;
    this.permitted = permitted;
    this.expel = expel;
    this.nanoTime = nanoTime;
    this.turns = new InTurn(slow, protocol::isSlow, this::handle, this::refuse);
    this.lastHeard = nanoTime.getAsLong();
    this.messages = new MessageRate(settings.rate(), settings.burst(), lastHeard);
    this.errors = new MessageRate(settings.maxErrors() / MINUTE, settings.maxErrors(), lastHeard);
  }

  /** Nanoseconds since the client sent anything. */
  public long silence() {
    return nanoTime.getAsLong() - lastHeard;
  }

  /** A part of a text message. */
  public void receive(String part, boolean last) {
    lastHeard = nanoTime.getAsLong();
    tooLong |= parts.length() + part.length() > settings.maxMessage();
    if (!tooLong) {
      parts.append(part);
    }
    if (!last) {
      return;
    }
    String text = parts.toString();
    boolean wasTooLong = tooLong;
    parts.setLength(0);
    tooLong = false;
    if (!closing) {
      take(text, wasTooLong);
    }
  }

  /** The client sent bytes. */
  public void receiveBinary(boolean last) {
    lastHeard = nanoTime.getAsLong();
    if (last && !closing) {
      protocolError(BadMessage.of(OptionalLong.empty(), "bad-message.binary"));
    }
  }

  private void take(String text, boolean wasTooLong) {
    if (!messages.take(lastHeard)) {
      protocolError(limit(Reason.TOO_MANY, Sentence.of("too-many", settings.rate())));
    } else if (!permitted.getAsBoolean()) {
      // Not held against this connection: it may be another one that sends so much.
      connection.refuse(limit(Reason.TOO_MANY, Sentence.of("too-many.together")));
    } else if (wasTooLong) {
      protocolError(limit(Reason.TOO_LONG, Sentence.of("too-long", settings.maxMessage())));
    } else {
      try {
        turns.take(codec.decode(text, protocol::kind));
      } catch (BadMessage bad) {
        protocolError(bad);
      }
    }
  }

  private void handle(ClientMessage message) {
    if (connection.isOver()) {
      return; // It ended while this one waited.
    }
    try (Concerning person = Concerning.person(connection.person().value())) {
      protocol.act(connection, message);
    } catch (BadMessage bad) {
      protocolError(bad); // Not a defect of ours: a value that no kind of member rules out.
    } catch (Refused refused) {
      connection.refuse(message.request(), refused);
    } catch (RuntimeException defect) {
      String id = RandomText.letters(8);
      LOG.log(Level.ERROR, "Defect " + id + " at " + message.getClass().getSimpleName(), defect);
      connection.refuse(message.request(), "internal", Sentence.of("internal", id));
    }
  }

  /** More is slow, or waits behind what is slow, than is taken. */
  private void refuse(ClientMessage message) {
    connection.refuse(
        new BadMessage(Reason.TOO_MANY, message.request(), Sentence.of("too-many.slow")));
  }

  private static BadMessage limit(Reason reason, Sentence sentence) {
    return new BadMessage(reason, OptionalLong.empty(), sentence);
  }

  private void protocolError(BadMessage bad) {
    connection.refuse(bad);
    synchronized (errors) {
      if (closing || errors.take(lastHeard)) {
        return;
      }
      closing = true;
    }
    expel.run();
  }
}
