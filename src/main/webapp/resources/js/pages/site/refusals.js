import { text } from "../../shared/texts.js";
import { SignalError } from "../../signal/signal-error.js";

/**
 * What a person is told about a request that failed: the server's sentence, which is in that one's language, or ours
 * when the connection broke. What a browser or a module says of a failure is English, and for the console.
 */
export function sentenceOf(error) {
  if (!(error instanceof SignalError)) {
    console.warn("a request failed, and not by the server's refusal", error);
  }
  return (error instanceof SignalError && error.message) || text("problem.connection");
}
