package plenum.signal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import plenum.account.Login;
import plenum.account.LoginEnded;
import plenum.account.Recognition;
import plenum.account.Visitor;
import plenum.account.guest.GuestLinkEnded;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.Invitation;
import plenum.identity.Paces;
import plenum.identity.PersonId;
import plenum.presence.OnlinePerson;
import plenum.presence.Presence;
import plenum.presence.PresenceRefused;
import plenum.room.ObservationEnd;
import plenum.room.Observations;
import plenum.room.Rooms;
import plenum.settings.Current;
import plenum.settings.Network;
import plenum.settings.SignalSettings;
import plenum.signal.page.Greeting;
import plenum.signal.page.PageAnswer;
import plenum.signal.protocol.Client;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Connections.Caller;
import plenum.signal.protocol.Inbox;
import plenum.signal.protocol.MessageCodec;
import plenum.signal.protocol.Protocol;
import plenum.signal.protocol.ServerMessage;
import plenum.signal.protocol.SlowWork;
import plenum.signal.wire.CloseCode;
import plenum.signal.wire.Outbox;
import plenum.text.Refused;
import plenum.text.Texts;
import plenum.time.Timers;

/** Lets connections in, sees that they are alive, and out. */
@ApplicationScoped
public class Reception {

  private static final Duration ROUNDS = Duration.ofSeconds(5);

  /** What a client still sends is read for so long, so that TCP does not drop the close code. */
  private static final Duration LINGER = Duration.ofMillis(500);

  /** The server does not stop before everybody was told, but waits no longer than this for it. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final System.Logger LOG = System.getLogger(Reception.class.getName());

  @Inject Recognition recognition;
  @Inject Rooms rooms;
  @Inject Observations observations;
  @Inject Presence presence;
  @Inject Greeting greeting;
  @Inject Protocol protocol;
  @Inject Connections connections;
  @Inject MessageCodec codec;
  @Inject Timers timers;
  @Inject Current<SignalSettings> settings;
  @Inject Paces paces;
  @Inject Refusals refusals;
  @Inject SlowWork slow;

  @PostConstruct
  void start() {
    timers.after(ROUNDS, this::lookForSilentOnes);
    rehearseFarewell();
  }

  /**
   * When Payara stops, it cannot load the application's classes any more: those of the last words
   * are loaded here, by saying them to nobody.
   */
  private void rehearseFarewell() {
    Outbox nobody = new Outbox(1, Integer.MAX_VALUE, new Nowhere());
    DisplayName name = DisplayName.of("Nobody");
    Client client =
        new Client(
            PersonId.fresh(),
            () -> name,
            0,
            "",
            InetAddress.getLoopbackAddress(),
            Texts.of(Locale.ENGLISH));
    dismiss(new Connection(client, codec, nobody));
  }

  private record Nowhere() implements Outbox.Wire {

    @Override
    public void send(String text, Runnable done) {
      done.run();
    }

    @Override
    public void close(CloseCode code) {}
  }

  /**
   * A connection begins.
   *
   * @return what reads its messages; empty when it was refused, told why, and will be closed
   */
  Optional<Caller> welcome(FirstContact handshake, Outbox outbox) {
    if (handshake.protocol().isEmpty()) {
      refuse(outbox, handshake, Stranger.ofOtherProtocol(), CloseCode.NO_COMMON_PROTOCOL);
      return Optional.empty();
    }
    Optional<Visitor> visitor = handshake.visitor();
    if (visitor.isEmpty()) {
      refuseStranger(outbox, handshake);
      return Optional.empty();
    }
    Optional<DisplayName> name = visitor.get().identity().name();
    if (name.isEmpty()) {
      refuse(outbox, handshake, Stranger.nameless(), CloseCode.NO_IDENTITY);
      return Optional.empty();
    }
    Connection connection =
        new Connection(client(visitor.get(), name.get(), handshake), codec, outbox);
    connections.of(connection.person(), connection.page()).forEach(this::replace);
    try {
      presence.connect(newcomer(connection, name.get()));
    } catch (PresenceRefused refused) {
      refuse(outbox, handshake, refused, code(refused));
      return Optional.empty();
    }
    Caller caller = letIn(connection);
    endUninvited(connection); // Its link may have ended since the handshake, and its login, too.
    if (recognition.isLoggedOut(visitor.get())) {
      logOut(connection);
    }
    return Optional.of(caller);
  }

  /**
   * A connection is over; does nothing when that is known already.
   *
   * @param saidGoodbye whether the browser closed it on purpose
   */
  void goodbye(Connection connection, boolean saidGoodbye) {
    if (connection.end()) {
      connections.remove(connection.session());
      observations.end(connection.session(), ObservationEnd.PAGE_CLOSED);
      rooms.disconnected(connection.session(), saidGoodbye, connection.login());
      presence.disconnect(connection.session(), saidGoodbye);
    }
  }

  /** What was connected by a login that is over is so no longer, and no seat waits for it. */
  void loggedOut(@Observes LoginEnded ended) {
    for (Connection connection : connections.of(ended.person())) {
      if (connection.login().filter(ended.login()::equals).isPresent()) {
        logOut(connection);
      }
    }
    rooms.loggedOut(ended.person(), ended.login());
  }

  private void logOut(Connection connection) {
    goodbye(connection, true);
    connection.closeNow(CloseCode.NOT_LOGGED_IN);
  }

  /** Whatever is connected as that person is so no longer. */
  void sendAway(PersonId person) {
    for (Connection connection : connections.of(person)) {
      goodbye(connection, true);
      connection.closeNow(CloseCode.NO_IDENTITY);
    }
  }

  /** Who came by a guest link alone goes with it; before rooms hear of it. */
  void uninvited(@Observes @Priority(100) GuestLinkEnded ended) {
    connections.all().stream().map(Caller::connection).forEach(this::endUninvited);
  }

  private void endUninvited(Connection connection) {
    Actor actor = connection.actor();
    if (actor.isOutsider() && actor.invitation().filter(Invitation::open).isEmpty()) {
      goodbye(connection, true);
      connection.closeNow(CloseCode.GUEST_LINK_ENDED);
    }
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    if (!connections.all().isEmpty()) {
      dismissAll();
    }
  }

  /** Tells everybody that the server stops; returns when they know it, or will not know in time. */
  private void dismissAll() {
    for (Caller caller : connections.all()) {
      dismiss(caller.connection());
    }
    int deaf = connections.awaitNone(FAREWELL);
    if (deaf > 0) {
      LOG.log(Level.INFO, "{0} browsers could not be told that the server stops", deaf);
    }
  }

  private static void dismiss(Connection connection) {
    connection.send(new PageAnswer.Restarting());
    connection.close(CloseCode.RESTARTING);
  }

  private Caller letIn(Connection connection) {
    Network network = connection.actor().network();
    Inbox inbox =
        new Inbox(
            settings.now(),
            codec,
            connection,
            protocol,
            () -> paces.sendMessage(connection.person(), network),
            slow,
            () -> expel(connection),
            System::nanoTime);
    Caller caller = new Caller(connection, inbox);
    connections.add(caller);
    greeting.greet(connection);
    return caller;
  }

  /** Somebody who is not online yet, called as the cookie says. */
  private static Actor newcomer(Connection connection, DisplayName name) {
    Actor known = connection.actor();
    return new Actor(
        known.person(),
        name,
        known.roles(),
        known.session(),
        known.address(),
        known.page(),
        known.groups(),
        known.invitation());
  }

  private void refuseStranger(Outbox outbox, FirstContact handshake) {
    if (recognition.takesGuests()) {
      refuse(outbox, handshake, Stranger.unknown(), CloseCode.NO_IDENTITY);
    } else {
      refuse(outbox, handshake, Stranger.notLoggedIn(), CloseCode.NOT_LOGGED_IN);
    }
  }

  private Client client(Visitor visitor, DisplayName nameAtStart, FirstContact handshake) {
    PersonId person = visitor.identity().id();
    return new Client(
        person,
        () -> recognition.now(visitor),
        visitor.login().map(Login::id),
        () -> presence.person(person).map(OnlinePerson::name).orElse(nameAtStart),
        handshake.protocol().getAsInt(),
        handshake.page(),
        handshake.address(),
        handshake.reader());
  }

  private void expel(Connection connection) {
    timers.after(LINGER, () -> connection.close(CloseCode.TOO_MANY_ERRORS));
  }

  private void replace(Connection old) {
    goodbye(old, false);
    old.close(CloseCode.REPLACED);
  }

  private void refuse(Outbox outbox, FirstContact handshake, Refused why, CloseCode close) {
    refusals.add(Refusals.who(handshake.visitor(), handshake.address()));
    String message = handshake.reader().say(why.sentence());
    outbox.add(
        codec.encode(
            new ServerMessage.Error(
                OptionalLong.empty(), why.pageCode(), message, OptionalInt.empty())));
    outbox.closeAfterwards(close);
  }

  private static CloseCode code(PresenceRefused refused) {
    return switch (refused.reason()) {
      case NAME_TAKEN -> CloseCode.NO_IDENTITY;
      case TOO_MANY_SESSIONS -> CloseCode.TOO_MANY_SESSIONS;
      case TOO_MANY_PEOPLE, TOO_MANY_FROM_ADDRESS -> CloseCode.FULL;
    };
  }

  private void lookForSilentOnes() {
    try {
      long patience = settings.now().idle().toNanos();
      for (Caller caller : connections.all()) {
        if (caller.inbox().silence() > patience) {
          goodbye(caller.connection(), false);
          caller.connection().close(CloseCode.IDLE);
        }
      }
    } finally {
      timers.after(ROUNDS, this::lookForSilentOnes);
    }
  }
}
