package plenum.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;
import plenum.http.ClientAddress;
import plenum.http.Reply;
import plenum.settings.HttpSettings;
import plenum.settings.Network;

/**
 * Stands in the listener's own chain, between what reads HTTP and what serves it, and hands on a
 * request when all of it is there. So nothing behind it ever waits for a client: the container
 * reads and writes with a thread that stays until the last byte, and some two hundred slow clients
 * would have all its threads. (Its asynchronous reading is no way out: a dispatch after it finds no
 * CDI request context in Payara 6.2025.10.)
 */
final class RequestGuard extends BaseFilter {

  /**
   * Bytes of an answer that wait for the client when it asks for the next one. What is being sent
   * at this moment counts, so that some are there although the client has read all; together with
   * one more of our files they stay below what makes the container wait.
   */
  private static final long MUCH = 128 * 1024;

  private static final Attribute<Wait> WAIT =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(RequestGuard.class.getName());

  private final Admission admission;
  private final Ends ends;
  private final ClientAddress addresses;
  private final WaitingBodies waiting;
  private final Connections connections;
  private final Duration bodyTime;
  private final Duration headTime;
  private final Duration readTime;
  private final long unreadPerAddress;
  private final Map<Connection<?>, ConnectionState> states = new ConcurrentHashMap<>();

  RequestGuard(HttpSettings settings, Admission admission, ClientAddress addresses)
      throws ReflectiveOperationException {
    this.ends = new Ends();
    this.admission = admission;
    this.addresses = addresses;
    this.waiting = new WaitingBodies(settings.waiting(), settings.waitingPerAddress());
    this.connections = new Connections(settings.connectionsPerAddress());
    this.bodyTime = settings.bodyTime();
    this.headTime = settings.headTime();
    this.readTime = settings.readTime();
    this.unreadPerAddress = settings.unreadPerAddress();
  }

  /** Sees the bytes before anybody makes a request of them. */
  BaseFilter atTheBytes() {
    return new BaseFilter() {
      @Override
      public NextAction handleAccept(FilterChainContext context) {
        return accept(context);
      }

      @Override
      public NextAction handleRead(FilterChainContext context) {
        state(context.getConnection()).bytes(System.nanoTime());
        return context.getInvokeAction();
      }

      @Override
      public NextAction handleClose(FilterChainContext context) {
        closed(context.getConnection());
        return context.getInvokeAction();
      }
    };
  }

  private NextAction accept(FilterChainContext context) {
    Connection<?> connection = context.getConnection();
    InetAddress address = addressOf(connection);
    boolean counted = !addresses.isProxy(address);
    if (counted && !connections.enter(Network.ofClient(address))) {
      connection.terminateSilently();
      return context.getStopAction();
    }
    states.put(connection, new ConnectionState(address, counted));
    return context.getInvokeAction();
  }

  private void closed(Connection<?> connection) {
    ConnectionState state = states.remove(connection);
    if (state != null) {
      if (state.isCounted()) {
        connections.leave(state.network());
      }
      state.waits().forEach(wait -> end(state, wait));
    }
  }

  private static InetAddress addressOf(Connection<?> connection) {
    return connection.getPeerAddress() instanceof InetSocketAddress peer
        ? peer.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  /** Those that were open before this guard stood there are not counted. */
  private ConnectionState state(Connection<?> connection) {
    ConnectionState known = states.get(connection);
    return known != null ? known : new ConnectionState(addressOf(connection), false);
  }

  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    if (!(context.getMessage() instanceof HttpContent content)
        || !(content.getHttpHeader() instanceof HttpRequestPacket request)) {
      return context.getInvokeAction();
    }
    ConnectionState state = state(context.getConnection());
    state.understood();
    Wait wait = WAIT.get(request);
    if (wait == null) {
      return begin(context, state, request, content);
    }
    return wait.isOver() ? context.getStopAction() : more(context, state, wait, content);
  }

  private NextAction begin(
      FilterChainContext context,
      ConnectionState state,
      HttpRequestPacket request,
      HttpContent content)
      throws IOException {
    Answers.harden(request.getResponse());
    if (isWebSocket(request) || request.getProtocol() == Protocol.HTTP_2_0) {
      state.setFree();
    }
    if (isWebSocket(request)) {
      return context.getInvokeAction();
    }
    if (unread(context.getConnection()) > MUCH && !state.isFree()) {
      context.getConnection().terminateSilently(); // Asks for more, and reads nothing.
      return context.getStopAction();
    }
    boolean simple = !hasContent(request) && content.getContent().remaining() == 0;
    if (simple && Admission.isWellFormed(request.getRequestURI())) {
      if (!content.isLast()) {
        content.setLast(true);
        ends.mark(request);
      }
      return context.getInvokeAction();
    }
    return weigh(context, state, request, content);
  }

  private NextAction weigh(
      FilterChainContext context,
      ConnectionState state,
      HttpRequestPacket request,
      HttpContent content)
      throws IOException {
    RequestHeads heads = new RequestHeads(request, state.address(), addresses);
    Optional<Reply> refusal = admission.refusal(heads.head(), request.getContentLength());
    Wait wait = wait(context.getConnection(), request, heads);
    WAIT.set(request, wait);
    if (refusal.isPresent()) {
      wait.refuse(refusal.get());
      return context.getStopAction();
    }
    state.waits().add(wait);
    waiting.enter(heads.client(), wait, wait::giveWay);
    if (request.requiresAcknowledgement() && !isLast(content, wait)) {
      Answers.goOn(context, request);
    }
    return more(context, state, wait, content);
  }

  private Wait wait(Connection<?> connection, HttpRequestPacket request, RequestHeads heads) {
    return new Wait(
        heads.client(),
        admission.content(),
        heads.head().reader(),
        System.nanoTime(),
        reply -> Answers.finish(connection, request, reply));
  }

  private NextAction more(
      FilterChainContext context, ConnectionState state, Wait wait, HttpContent content) {
    Buffer piece = content.getContent();
    boolean fits = !piece.hasRemaining() || wait.add(piece.toByteBuffer());
    if (!fits) {
      end(state, wait, admission.tooLong(wait.reader()));
      return context.getStopAction();
    }
    if (!isLast(content, wait) || !end(state, wait)) {
      return context.getStopAction();
    }
    if (!content.isLast()) {
      ends.mark(content.getHttpHeader());
    }
    context.setMessage(whole(context, content, wait));
    return context.getInvokeAction();
  }

  private static boolean hasContent(HttpRequestPacket request) {
    return request.getContentLength() > 0 || request.isChunked();
  }

  /** A request that asks for an upgrade, as Java's client does, never ends for the container. */
  private static boolean isLast(HttpContent content, Wait wait) {
    HttpHeader head = content.getHttpHeader();
    return content.isLast() || !head.isChunked() && wait.length() >= head.getContentLength();
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

  private static boolean isWebSocket(HttpRequestPacket request) {
    return request.getMethod() == org.glassfish.grizzly.http.Method.GET
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
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
    states.forEach(
        (connection, state) -> {
          state.waits().stream()
              .filter(wait -> wait.beganBefore(now - bodyTime.toNanos()))
              .forEach(wait -> end(state, wait, wait.late()));
          if (state.isFree()) {
            return;
          }
          long bytes = unread(connection);
          boolean deaf = state.isUnreadSince(now - readTime.toNanos(), bytes, now);
          if (deaf || state.isHeadOlderThan(now - headTime.toNanos())) {
            connection.terminateSilently();
          } else {
            unread.add(state.network(), bytes, connection::terminateSilently);
          }
        });
    unread.tooMuch().forEach(Runnable::run);
  }
}
