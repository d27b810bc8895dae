import { ExchangeError } from "./exchange.js";

/**
 * How far an attempt to connect came that failed, and why: `{step, reason}`. Steps are "ticket" (the server's
 * permission), "offer" (what both sides agree on), "ice" (a path to the media node) and "dtls" (the keys).
 *
 * @param attempt `{peer, ticket, answered}`: the ticket, when it was given; whether the node's answer was taken
 * @param error what was thrown, if anything was
 */
export function failedStep({ peer, ticket, answered }, error) {
  if (!ticket) {
    return { step: "ticket", reason: wordOf(error) };
  }
  if (error || !answered) {
    return { step: "offer", reason: wordOf(error) };
  }
  const hasPath = ["connected", "completed"].includes(peer.iceConnectionState);
  return { step: hasPath ? "dtls" : "ice", reason: peer.connectionState === "failed" ? "failed" : "timeout" };
}

function wordOf(error) {
  if (error instanceof ExchangeError && !error.code) {
    return error.status === 0 ? "unreachable" : `http-${error.status}`;
  }
  return error ? (error.code || error.name || "unknown").toString() : "timeout";
}
