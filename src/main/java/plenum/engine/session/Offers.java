package plenum.engine.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import plenum.engine.MediaRefused;
import plenum.engine.MediaRefused.Reason;
import plenum.engine.SessionOffer;
import plenum.engine.Slots;
import plenum.engine.ice.IceLite;
import plenum.engine.sdp.Fingerprint;
import plenum.engine.sdp.LocalTransport;
import plenum.engine.sdp.MalformedSdp;
import plenum.engine.sdp.MostSections;
import plenum.engine.sdp.NoCommonCodec;
import plenum.engine.sdp.PlayerAgreement;
import plenum.engine.sdp.PlayerNegotiation;
import plenum.engine.sdp.PublisherAgreement;
import plenum.engine.sdp.PublisherNegotiation;
import plenum.engine.sdp.SessionDescription;
import plenum.engine.sdp.UnsupportedOffer;
import plenum.engine.session.SessionIdentity.Purpose;

/** Answers offers. It needs nothing of the loop and so runs in the callers' threads. */
final class Offers {

  private final Candidates candidates;
  private final Fingerprint fingerprint;
  private final long maxBitrate;
  private final Links links;

  /**
   * @param fingerprint of our certificate
   * @param maxBitrate of a publisher, in bits per second
   * @param links of those who play
   */
  Offers(Candidates candidates, Fingerprint fingerprint, long maxBitrate, Links links) {
    this.candidates = candidates;
    this.fingerprint = fingerprint;
    this.maxBitrate = maxBitrate;
    this.links = links;
  }

  /**
   * Answers a publisher.
   *
   * @throws MediaRefused when the offer cannot be served
   */
  Agreed publish(SessionOffer offer) {
    LocalTransport local = local(offer);
    PublisherAgreement agreement =
        refusing(
            () ->
                PublisherNegotiation.negotiate(
                    SessionDescription.parse(offer.sdp()), local, maxBitrate));
    return new Agreed(
        identity(offer, Purpose.PUBLISH, local, agreement.remoteUfrag()),
        agreement.sdp(),
        new IceLite(local.iceUfrag(), local.icePwd(), agreement.remoteUfrag()),
        peer(agreement.dtlsClient(), agreement.remoteFingerprints()),
        (session, streams, events) ->
            new PublisherRole(
                session,
                streams.enter(session),
                streams,
                AgreedTracks.received(agreement.tracks()),
                maxBitrate,
                events));
  }

  /**
   * Answers a player.
   *
   * @throws MediaRefused when the offer cannot be served
   */
  Agreed play(SessionOffer offer) {
    LocalTransport local = local(offer);
    String cname = Unguessable.id();
    PlayerAgreement agreement =
        refusing(
            () ->
                PlayerNegotiation.negotiate(
                    SessionDescription.parse(offer.sdp()),
                    local,
                    Unguessable::ssrc,
                    cname,
                    offer.stream().stream(),
                    offer.repairs()));
    return new Agreed(
        identity(offer, Purpose.PLAY, local, agreement.remoteUfrag()),
        agreement.sdp(),
        new IceLite(local.iceUfrag(), local.icePwd(), agreement.remoteUfrag()),
        peer(agreement.dtlsClient(), agreement.remoteFingerprints()),
        (session, streams, events) ->
            new PlayerRole(
                session,
                streams.enter(session),
                cname,
                AgreedTracks.played(agreement.tracks()),
                links,
                events));
  }

  /**
   * Answers a receiver.
   *
   * @throws MediaRefused when the offer cannot be served
   */
  Agreed receive(SessionOffer offer, Slots most) {
    LocalTransport local = local(offer);
    String cname = Unguessable.id();
    PlayerAgreement agreement =
        refusing(
            () ->
                PlayerNegotiation.receive(
                    SessionDescription.parse(offer.sdp()),
                    local,
                    new MostSections(most.sounds(), most.pictures()),
                    Unguessable::ssrc,
                    cname));
    return new Agreed(
        identity(offer, Purpose.RECEIVE, local, agreement.remoteUfrag()),
        agreement.sdp(),
        new IceLite(local.iceUfrag(), local.icePwd(), agreement.remoteUfrag()),
        peer(agreement.dtlsClient(), agreement.remoteFingerprints()),
        (session, streams, events) ->
            new ReceiverRole(
                session,
                streams,
                links,
                events,
                new SmallAmongMany(most.halfFrom()),
                output -> AgreedTracks.slots(agreement.tracks(), cname, output)));
  }

  private LocalTransport local(SessionOffer offer) {
    return new LocalTransport(
        IceLite.newUserFragment(),
        IceLite.newPassword(),
        fingerprint,
        candidates.offeredTo(offer.remote()));
  }

  private static <T> T refusing(Supplier<T> negotiation) {
    try {
      return negotiation.get();
    } catch (MalformedSdp e) {
      throw new MediaRefused(Reason.MALFORMED_OFFER, e.getMessage());
    } catch (NoCommonCodec e) {
      throw new MediaRefused(Reason.NO_COMMON_CODEC, e.getMessage());
    } catch (UnsupportedOffer e) {
      throw new MediaRefused(Reason.UNSUPPORTED_OFFER, e.getMessage());
    }
  }

  private static SessionIdentity identity(
      SessionOffer offer, Purpose purpose, LocalTransport local, String remoteUserFragment) {
    return new SessionIdentity(
        Unguessable.id(),
        Unguessable.token(),
        local.iceUfrag(),
        remoteUserFragment,
        offer.stream(),
        purpose,
        purpose == Purpose.PUBLISH ? Optional.empty() : offer.viewer(),
        offer.remote(),
        offer.counted(),
        Instant.now(),
        offer.place());
  }

  private static Handshake.Peer peer(boolean client, List<Fingerprint> fingerprints) {
    return new Handshake.Peer(client, fingerprints.stream().map(Fingerprint::text).toList());
  }
}
