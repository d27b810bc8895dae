/** A WHIP or WHEP door that answered with a refusal, or not at all. */
export class ExchangeError extends Error {
  /**
   * `status` is the HTTP status, 0 when there was no answer; `retryAfter` in seconds where the server gave one; `code`
   * the word for it of docs/media.md, where Plenum refused.
   */
  constructor(status, message, { retryAfter, code } = {}) {
    super(message);
    this.name = "ExchangeError";
    this.status = status;
    this.retryAfter = retryAfter;
    this.code = code;
  }
}

/** POSTs an offer (RFC 9725 4.2); answers `{answer, location}`: the SDP and where to DELETE the session. */
export async function postOffer(url, offer) {
  const headers = { "Content-Type": "application/sdp" };
  const response = await fetch(url, { method: "POST", headers, body: offer }).catch((error) => {
    throw new ExchangeError(0, String(error));
  });
  const body = await response.text();
  const location = response.headers.get("Location");
  if (response.status !== 201) {
    const retryAfter = Number(response.headers.get("Retry-After")) || undefined;
    throw new ExchangeError(response.status, body.slice(0, 200), { retryAfter, code: codeIn(body) });
  }
  return { answer: body, location: location ? new URL(location, response.url).href : undefined };
}

/** Of a problem of RFC 9457; others than Plenum answer otherwise. */
function codeIn(body) {
  try {
    return JSON.parse(body).code;
  } catch {
    return undefined;
  }
}

/** PATCHes a session by an ICE fragment (RFC 9725 4.3), with whatever ETag it has; answers the server's fragment. */
export async function patchFragment(location, fragment, within) {
  const response = await fetch(location, {
    method: "PATCH",
    headers: { "Content-Type": "application/trickle-ice-sdpfrag", "If-Match": "*" },
    body: fragment,
    signal: AbortSignal.timeout(within),
  }).catch((error) => {
    throw new ExchangeError(0, String(error));
  });
  const body = await response.text();
  if (response.status !== 200) {
    throw new ExchangeError(response.status, body.slice(0, 200));
  }
  return body;
}

/** DELETEs a session; it goes on while the page is being left, and nobody waits for its success. */
export async function endSession(location) {
  if (location) {
    await fetch(location, { method: "DELETE", keepalive: true }).catch(() => undefined);
  }
}
