/**
 * What a failed getUserMedia means to a person: `denied`, `denied-by-system`, `dismissed`, `not-found`,
 * `busy`, `unsuitable` or `unknown`. The page has a sentence for each, per kind of device.
 */
export function failureOf(error) {
  switch (error?.name) {
    case "NotAllowedError":
    case "SecurityError":
      return refusal(error.message ?? "");
    case "NotFoundError":
      return "not-found";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    case "OverconstrainedError":
      return "unsuitable";
    default:
      return "unknown";
  }
}

/** Browsers tell who refused only in the message. */
function refusal(message) {
  if (/system/i.test(message)) {
    return "denied-by-system";
  }
  return /dismiss/i.test(message) ? "dismissed" : "denied";
}
