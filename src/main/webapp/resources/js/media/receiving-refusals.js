/** Refusals of a ticket that do not mean that the server cannot do it. */
const PASSING = new Set(["connection-lost", "no-answer", "not-in-a-room", "too-often"]);
/** What is answered to an offer that is never taken. */
const UNTAKEN = new Set(["malformed-offer", "no-common-codec", "no-such-path", "too-long", "unsupported-offer"]);

/** Whether a failure of receiving together, as of `failedStep`, says that this server does not do it. */
export function isForGood({ step, reason }) {
  return (step === "ticket" && !PASSING.has(reason)) || (step === "offer" && UNTAKEN.has(reason));
}
