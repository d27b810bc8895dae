package plenum.gate;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;
import plenum.http.ClientAddress;
import plenum.http.Reply;
import plenum.http.RequestHead;
import plenum.http.RequestRefused.Reason;
import plenum.identity.PersonId;
import plenum.settings.HttpSettings;
import plenum.text.Texts;
import plenum.time.Timers;

/**
 * Stands in the listener's own chain, between what reads HTTP and what serves it, and hands on a
 * request when all of it is there. So nothing behind it ever waits for a client: the container
 * reads and writes with a thread that stays until the last byte, and some two hundred slow clients
 * would have all its threads. (Its asynchronous reading is no way out: a dispatch after it finds no
 * CDI request context in Payara 6.2025.10.)
 */
final class RequestGuard {

  /**
   * Bytes of an answer that wait for the client when it asks for the next one. What is being sent
   * at this moment counts, so that some are there although the client has read all; together with
   * one more of our files they stay below what makes the container wait.
   */
  private static final long MUCH = 128 * 1024;

  /** How long a client that was refused may go on sending, until it has read the answer. */
  private static final Duration LINGER = Duration.ofSeconds(5);

  private static final Optional<Runnable> UNCOUNTED = Optional.of(() -> {});

  private static final Attribute<Wait> WAIT =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(RequestGuard.class.getName());

  private final ContextPath contextPath;
  private final Admission admission;
  private final Lengths lengths;
  private final Continuation continuation;
  private final ClientAddress addresses;
  private final WaitingBodies waiting;
  private final OpenConnections open;
  private final Shares shares;
  private final Function<RequestHead, Optional<PersonId>> known;
  private final Refusing refusing;
  private final Duration bodyTime;
  private final Duration headTime;
  private final Duration readTime;
  private final long unreadPerAddress;

  /**
   * @param known who asks, where that is known and not everybody can be somebody new each time
   */
  RequestGuard(
      HttpSettings settings,
      ContextPath contextPath,
      Admission admission,
      ClientAddress addresses,
      Function<RequestHead, Optional<PersonId>> known,
      Timers timers)
      throws ReflectiveOperationException {
    this.lengths = new Lengths();
    this.continuation = new Continuation();
    this.contextPath = contextPath;
    this.admission = admission;
    this.addresses = addresses;
    this.waiting = new WaitingBodies(settings.waiting(), settings.waitingPerAddress());
    this.open =
        new OpenConnections(
            addresses,
            new Counts<>(settings.connectionsPerAddress()),
            gone -> gone.waits().forEach(wait -> end(gone, wait)));
    this.shares = new Shares(settings.servedPerPerson(), System::nanoTime);
    this.known = known;
    this.refusing = new Refusing(timers, System::nanoTime);
    this.bodyTime = settings.bodyTime();
    this.headTime = settings.headTime();
    this.readTime = settings.readTime();
    this.unreadPerAddress = settings.unreadPerAddress();
  }

  /** Connections that are watched. */
  int open() {
    return open.size();
  }

  /** Whether a connection that was just opened may stay. */
  boolean accepts(Connection<?> connection) {
    return open.accept(connection);
  }

  /**
   * What was read goes on to what serves it.
   *
   * @return to be run when that is done; empty when it does not go on, but is kept here, or
   *     answered
   */
  Optional<Runnable> admit(FilterChainContext context) throws IOException {
    if (!(context.getMessage() instanceof HttpContent content)
        || !(content.getHttpHeader() instanceof HttpRequestPacket request)) {
      return UNCOUNTED;
    }
    ConnectionState state = open.of(context.getConnection());
    if (!passes(context, state, request, content)) {
      return Optional.empty();
    }
    boolean counts = !state.isFree() && Shares.counts(request.getRequestURI());
    return counts ? share(context.getConnection(), state, request) : UNCOUNTED;
  }

  /** Takes it for a request, or refuses that. */
  private Optional<Runnable> share(
      Connection<?> connection, ConnectionState state, HttpRequestPacket request) {
    Optional<Runnable> share =
        Shares.isHealth(request.getRequestURI())
            ? shares.takeHealth(state.client())
            : shareOfClient(state, request);
    if (share.isEmpty()) {
      Texts reader = new RequestHeads(request, state.address(), addresses).head().reader();
      Reply reply = Admission.refuse(reader, Reason.TOO_OFTEN, "too-often.requests");
      refusing.tellLater(connection, state, request, reply);
    }
    return share;
  }

  private Optional<Runnable> shareOfClient(ConnectionState state, HttpRequestPacket request) {
    String cookies = request.getHeader(Header.Cookie);
    Optional<PersonId> person =
        cookies == null ? Optional.empty() : state.person(cookies, () -> who(state, request));
    return person.isPresent()
        ? shares.take(person.get())
        : shares.take(request.getRequestURI(), state.client(), state.asks(System.nanoTime()));
  }

  private Optional<PersonId> who(ConnectionState state, HttpRequestPacket request) {
    return known.apply(new RequestHeads(request, state.address(), addresses).head());
  }

  private boolean passes(
      FilterChainContext context,
      ConnectionState state,
      HttpRequestPacket request,
      HttpContent content)
      throws IOException {
    if (isTooEarly(state, request)) {
      state.setAnswered(System.nanoTime());
    }
    state.understood(content.isLast());
    if (state.isAnswered() || !context.getConnection().isOpen()) {
      drop(context.getConnection(), state);
      return false;
    }
    Wait wait = WAIT.get(request);
    if (wait == null) {
      return begin(context, state, request, content);
    }
    return !wait.isOver() && more(context, state, wait, content);
  }

  /**
   * Whether a request came together with the one before, whose answer its client did not wait for
   * (pipelining, which no browser does): what such clients leave unread lies in the system's
   * buffers, where nobody sees it. The connection ends with that answer, and the client asks again
   * (RFC 9112, 9.3.2).
   */
  private static boolean isTooEarly(ConnectionState state, HttpRequestPacket request) {
    return state.isPipelined()
        && state.isWhole()
        && !state.isFree()
        && !Upgrades.isStream(request)
        && !Upgrades.isGranted(request);
  }

  private static void drop(Connection<?> connection, ConnectionState state) {
    if (state.isWhole() && !state.isOwed()) {
      connection.closeSilently();
    }
  }

  private boolean begin(
      FilterChainContext context,
      ConnectionState state,
      HttpRequestPacket request,
      HttpContent content)
      throws IOException {
    Targets.passOverEmptyLines(request);
    contextPath.takeOff(request);
    boolean upgraded = Upgrades.isGranted(request);
    if (upgraded || Upgrades.isStream(request)) {
      state.setFree();
    }
    if (upgraded) {
      return true;
    }
    RequestHeads heads = new RequestHeads(request, state.address(), addresses);
    state.serve(heads.client());
    Answers.harden(request.getResponse());
    if (unread(context.getConnection()) > MUCH && !state.isFree()) {
      context.getConnection().terminateSilently(); // Asks for more, and reads nothing.
      return false;
    }
    boolean bare = !hasContent(request) && !tellsMore(request);
    boolean simple = bare && content.getContent().remaining() == 0;
    boolean socket = bare && Upgrades.isWebSocket(request);
    Optional<Reply> early = early(request, heads, simple, socket);
    if (early.isPresent()) {
      Answers.finish(context.getConnection(), state, request, early.get());
      return false;
    }
    if (socket && refuses(context.getConnection(), state, request, heads)) {
      return false;
    }
    if (socket) {
      request.setAttribute(LateReading.CONNECTION, context.getConnection());
    }
    return socket
        || simple && Admission.isWellFormed(request.getRequestURI())
        || weigh(context, state, request, content, heads);
  }

  /** Whether a wish for a WebSocket is refused; it is told so a moment later. */
  private boolean refuses(
      Connection<?> connection,
      ConnectionState state,
      HttpRequestPacket request,
      RequestHeads heads) {
    Optional<Reply> refusal = admission.check(heads.head());
    refusal.ifPresent(reply -> refusing.tellLater(connection, state, request, reply));
    return refusal.isPresent();
  }

  /** An answer to whatever follows. */
  private Optional<Reply> early(
      HttpRequestPacket request, RequestHeads heads, boolean simple, boolean socket) {
    if (socket && !simple) {
      return Optional.of(Admission.isTooEarly(heads.head().reader()));
    }
    return Targets.refusal(request, heads::head)
        .or(() -> contextPath.redirect(request).filter(redirect -> simple));
  }

  private boolean weigh(
      FilterChainContext context,
      ConnectionState state,
      HttpRequestPacket request,
      HttpContent content,
      RequestHeads heads)
      throws IOException {
    Optional<Reply> refusal =
        admission.refusal(heads.head(), request.getContentLength(), isChunkedAlone(request));
    Wait wait = wait(context.getConnection(), state, request, heads);
    WAIT.set(request, wait);
    if (refusal.isPresent()) {
      wait.refuse(refusal.get());
      return false;
    }
    state.waits().add(wait);
    waiting.enter(heads.client(), wait, wait::giveWay);
    if (!context.getConnection().isOpen()) {
      end(state, wait); // Nobody tells of its end any more.
    }
    if (request.requiresAcknowledgement() && !content.isLast()) {
      continuation.tell(context, request);
    }
    return more(context, state, wait, content);
  }

  private Wait wait(
      Connection<?> connection,
      ConnectionState state,
      HttpRequestPacket request,
      RequestHeads heads) {
    return new Wait(
        heads.client(),
        admission.content(),
        heads.head().reader(),
        System.nanoTime(),
        reply -> refusing.tell(connection, state, request, reply));
  }

  private boolean more(
      FilterChainContext context, ConnectionState state, Wait wait, HttpContent content) {
    Buffer piece = content.getContent();
    boolean fits = !piece.hasRemaining() || wait.add(piece.toByteBuffer());
    if (!fits) {
      end(state, wait, admission.tooLong(wait.reader()));
      return false;
    }
    if (!content.isLast() || !end(state, wait)) {
      return false;
    }
    context.setMessage(whole(context, content, wait));
    return true;
  }

  private static boolean hasContent(HttpRequestPacket request) {
    return request.getContentLength() > 0 || request.isChunked();
  }

  /** In chunks, and with no length beside it. */
  private boolean isChunkedAlone(HttpRequestPacket request) {
    return request.isChunked() && !lengths.areIn(request);
  }

  /** Has to be looked at though no content comes. */
  private static boolean tellsMore(HttpRequestPacket request) {
    return request.containsHeader(Header.TransferEncoding) || request.containsHeader(Header.Expect);
  }

  private static HttpContent whole(FilterChainContext context, HttpContent last, Wait wait) {
    Buffer all = Buffers.wrap(context.getMemoryManager(), wait.bytes());
    return HttpContent.create(last.getHttpHeader(), true, all);
  }

  private boolean end(ConnectionState state, Wait wait) {
    forget(state, wait);
    return wait.end();
  }

  private void end(ConnectionState state, Wait wait, Reply refusal) {
    forget(state, wait);
    wait.refuse(refusal);
  }

  private void forget(ConnectionState state, Wait wait) {
    state.waits().remove(wait);
    waiting.leave(wait.client(), wait);
  }

  private static long unread(Connection<?> connection) {
    return connection instanceof NIOConnection socket
        ? socket.getAsyncWriteQueue().spaceInBytes()
        : 0;
  }

  /** Gives up who was waited for too long, and who leaves too much unread; called by one thread. */
  void look() {
    long now = System.nanoTime();
    Unread unread = new Unread(unreadPerAddress);
    open.forEach(
        (connection, state) -> {
          state.waits().stream()
              .filter(wait -> wait.beganBefore(now - bodyTime.toNanos()))
              .forEach(wait -> end(state, wait, wait.late()));
          if (state.isAnsweredBefore(now - LINGER.toNanos())) {
            connection.closeSilently();
          }
          if (state.isFree()) {
            return;
          }
          long bytes = unread(connection);
          boolean deaf = state.isUnreadSince(now - readTime.toNanos(), bytes, now);
          if (deaf || state.isHeadOlderThan(now - headTime.toNanos())) {
            connection.terminateSilently();
          } else {
            unread.add(state.client(), bytes, connection::terminateSilently);
          }
        });
    unread.tooMuch().forEach(Runnable::run);
  }
}
