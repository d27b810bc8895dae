package plenum.engine;

/**
 * The engine's answer to an offer it accepted.
 *
 * @param clientId the session's public id, as it appears in events and in {@code /api/v1/clients/}
 * @param session the ICE user names, {@code server:client}; part of the Location (RFC 9725)
 * @param token a secret known from the Location only; needed to end the session
 * @param sdp the answer, RFC 8866 text
 */
public record SessionAnswer(String clientId, String session, String token, String sdp) {}
