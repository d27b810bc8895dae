/** The server's refusal of a request, or a connection that broke before it answered. */
export class SignalError extends Error {
  /** `code` is one of docs/protocol.md's, or `connection-lost`, `no-answer`. */
  constructor(code, message, retryAfter) {
    super(message);
    this.name = "SignalError";
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
