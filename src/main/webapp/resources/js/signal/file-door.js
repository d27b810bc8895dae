import { filesPath } from "../shared/paths.js";
import { SignalError } from "./signal-error.js";

/** A piece that is not taken after so many milliseconds never will be, on that connection. */
const PATIENCE = 20_000;

/**
 * The door by which files come in, see docs/protocol.md. What the server refuses is a SignalError with its code and
 * sentence; `connection-lost` when it did not answer.
 */
export class FileDoor {
  #fetch;

  constructor(read = (...request) => fetch(...request)) {
    this.#fetch = read;
  }

  /** Begins an upload: `{id, piece}`, piece being how many bytes each may have. */
  async begin(name, bytes, signal) {
    const headers = { "Content-Type": "application/json", Accept: "application/json, application/problem+json" };
    const answer = await this.#ask("", { method: "POST", headers, body: JSON.stringify({ name, bytes }) }, signal);
    return answer.json();
  }

  /** Brings the piece that begins at `offset`; answers where the next one does. */
  async add(id, offset, piece, signal) {
    const headers = { "Content-Type": "application/partial-upload", "Upload-Offset": String(offset) };
    return offsetOf(await this.#ask(id, { method: "PATCH", headers, body: piece }, signal));
  }

  /** How much the server has. */
  async offset(id, signal) {
    return offsetOf(await this.#ask(id, { method: "HEAD" }, signal));
  }

  /** Gives an upload up; that it did not arrive matters to nobody. */
  async giveUp(id) {
    await this.#ask(id, { method: "DELETE", keepalive: true }).catch(() => undefined);
  }

  async #ask(id, request, signal) {
    const ended = new AbortController();
    const end = () => ended.abort();
    const late = setTimeout(end, PATIENCE);
    signal?.addEventListener("abort", end);
    try {
      const answer = await this.#fetch(filesPath(id), { credentials: "same-origin", ...request, signal: ended.signal });
      if (answer.ok) {
        return answer;
      }
      throw await refusal(answer);
    } catch (error) {
      throw error instanceof SignalError ? error : new SignalError("connection-lost", "");
    } finally {
      clearTimeout(late);
      signal?.removeEventListener("abort", end);
    }
  }
}

const offsetOf = (answer) => Number(answer.headers.get("Upload-Offset"));

/** Proxies answer 502 to 504 while the server restarts; an answer to HEAD has no content, and says it by its status. */
async function refusal(answer) {
  if (answer.status >= 502 && answer.status <= 504) {
    return new SignalError("connection-lost", "");
  }
  const { code, detail } = await answer.json().catch(() => ({}));
  return new SignalError(code ?? (answer.status === 404 ? "no-such-file" : "refused"), detail ?? "");
}
