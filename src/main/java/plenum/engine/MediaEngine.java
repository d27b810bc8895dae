package plenum.engine;

import java.util.List;

/**
 * An SFU in this JVM: publishers send a stream in, players get copies of it, by WebRTC over one UDP
 * port. It speaks the contract of SRS (WHIP and WHEP), the HTTP part of which is the caller's.
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
   * Ends a session by what its Location says.
   *
   * @return false when there is no such session or the token is not its own
   */
  boolean end(String session, String token);

  /**
   * Ends a session by its public id.
   *
   * @return false when there is no such session
   */
  boolean kick(String clientId);

  /** The streams published or waited for, by name. */
  List<StreamStatus> streams();

  /** Every session. */
  List<ClientStatus> clients();

  /** What the media port has done so far. */
  EngineStatus status();

  /** The UDP port in use. */
  int port();

  @Override
  void close();
}
