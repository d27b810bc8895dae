package plenum.engine;

import java.util.List;
import java.util.Optional;

/**
 * An SFU in this JVM: publishers send a stream in, players get copies of it, by WebRTC over one
 * port, by UDP and, where that does not pass, by TCP. It speaks the contract of SRS (WHIP and
 * WHEP), the HTTP part of which is the caller's.
 *
 * <p>Thread-safe. {@code session.EmbeddedEngine.start(settings, events)} gives a running one;
 * {@link #close()} ends every session (with the DTLS alert), the port and every thread.
 */
public interface MediaEngine extends AutoCloseable {

  /**
   * Begins publishing.
   *
   * @throws MediaRefused when the offer cannot be served
   */
  SessionAnswer publish(SessionOffer offer);

  /**
   * Begins playing. The stream need not be on air: media starts when its publisher comes.
   *
   * @throws MediaRefused when the offer cannot be served
   */
  SessionAnswer play(SessionOffer offer);

  /**
   * Begins to receive many streams over one connection. Each audio or video section of the offer is
   * a slot, into which {@link #assign} puts a stream without a new offer.
   *
   * @param offer its stream is a name for the receiver itself, which no stream has; its place is
   *     that of all streams that it may be assigned: of those elsewhere it may be sent nothing
   * @param most how many slots it may have
   * @throws MediaRefused when the offer cannot be served
   */
  SessionAnswer receive(SessionOffer offer, Slots most);

  /**
   * Says what a receiver gets from now on, all of it. Which sound is in which slot is told by
   * {@link EngineEvents#heard}, once after each call, and whenever it changes.
   *
   * @return false when there is no such receiver or the token is not its own
   */
  boolean assign(String session, String token, Reception wanted);

  /**
   * Ends a session by what its Location says.
   *
   * @return false when there is no such session or the token is not its own
   */
  boolean end(String session, String token);

  /**
   * The names of a session's connectivity checks, those of its last ICE restart if there was one.
   *
   * @return empty when there is no such session or the token is not its own
   */
  Optional<IceSession> ice(String session, String token);

  /**
   * Begins an ICE restart (RFC 8445 section 9, RFC 9725 section 4.3): new names for the checks of a
   * session, by which its client may come from other addresses, too. Keys and streams stay. The
   * names of before hold until the client nominates an address under the new ones, so that it loses
   * nothing when it never gets the answer. Its Location stays.
   *
   * @param remoteUserFragment the client's new one; when it is the present one nothing restarts,
   *     and the present names are the answer
   * @return the new names; empty when there is no such session or the token is not its own
   * @throws MediaRefused when the client's is no user name fragment (RFC 8839 section 5.4)
   */
  Optional<IceSession> restartIce(String session, String token, String remoteUserFragment);

  /**
   * Ends a session by its public id; of a receiver, the one stream whose id it is.
   *
   * @return false when there is no such session
   */
  boolean kick(String clientId);

  /**
   * From now on what the stream's publisher sends as sound, or as picture, reaches no player; both
   * false undoes it, and whoever plays gets a key frame first. It may be said before somebody
   * publishes, and is remembered until it is undone.
   */
  void hold(StreamName stream, boolean sound, boolean picture);

  /** From now on no more is sent than that. */
  void limit(SendingLimits limits);

  /** The streams published or waited for, by name. */
  List<StreamStatus> streams();

  /** Every session; of a receiver, each stream that it gets, by an id of its own. */
  List<ClientStatus> clients();

  /** What the media port has done so far. */
  EngineStatus status();

  /** What has become of TCP connections; all 0 without TCP. */
  TcpStatus tcp();

  /** Whether this machine has other addresses now; never, where the site chose some. */
  AddressChange addresses();

  /** The UDP port in use. */
  int port();

  /** The loops on which media is forwarded, the first of which has the TCP connections. */
  List<LoopStatus> loops();

  @Override
  void close();
}
