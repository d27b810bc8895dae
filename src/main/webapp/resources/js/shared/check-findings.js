import { tenthsOf } from "./texts.js";

/**
 * What the checks of an installation that only a browser can make mean: each is a function of what was measured, and
 * answers `{state, measured, advice, values}`: "good", "attention", "bad" or "none", what was seen in signs and
 * figures, as the reader writes them, and the key and values of the sentence that says what to do.
 */
const finding = (state, measured, advice, ...values) => ({ state, measured, advice, values });

/** More loss than this is heard and seen. */
const MUCH_LOSS = 0.02;
/** A longer way there and back makes people interrupt each other. */
const LONG_WAY = 250;
/** Clocks that differ by more make records hard to read; by much more, logins and tickets fail. */
const CLOCK_OFF = 2_000;
const CLOCK_WRONG = 60_000;

/** Whether browsers give the page camera and microphone. */
export function ofContext(secure, protocol) {
  return secure ? finding("good", protocol, "check.secure.good") : finding("bad", protocol, "check.secure.bad");
}

/** A WebSocket that was opened within so many milliseconds, or `undefined` when it was not. */
export function ofSocket(opened) {
  return opened === undefined
    ? finding("bad", "", "check.socket.bad")
    : finding("good", `${Math.round(opened)} ms`, "check.socket.good");
}

/** By how many milliseconds the server's clock is ahead of the browser's. */
export function ofClock(ahead) {
  const tenths = Math.round(ahead / 100) || 0; // No minus before a zero.
  const measured = `${tenths > 0 ? "+" : ""}${tenthsOf(tenths / 10)} s`;
  const off = Math.abs(ahead);
  if (!Number.isFinite(off)) {
    return finding("bad", "", "check.clock.unknown");
  }
  if (off > CLOCK_WRONG) {
    return finding("bad", measured, "check.clock.bad");
  }
  return off > CLOCK_OFF
    ? finding("attention", measured, "check.clock.off")
    : finding("good", measured, "check.clock.good");
}

/** The addresses that an answer offers to send media to: `[{address, port, protocol}]`. */
export function candidatesIn(sdp) {
  return [...sdp.matchAll(/^a=candidate:\S+ 1 (\S+) \d+ (\S+) (\d+) typ/gim)].map(([, protocol, address, port]) => ({
    protocol: protocol.toLowerCase(),
    address: written(address),
    port: Number(port),
  }));
}

/** An address as it stands before a port: IPv6 short and in brackets (RFC 5952). */
function written(address) {
  return address.includes(":") ? new URL(`http://[${address}]`).hostname : address;
}

/** The same answer with candidates of this protocol alone. */
export function onlyBy(protocol, sdp) {
  return sdp
    .split("\r\n")
    .filter((line) => !line.startsWith("a=candidate:") || line.split(" ")[2].toLowerCase() === protocol)
    .join("\r\n");
}

const LOCAL = /^(127\.|::1$|localhost$|\[::1\]$)/;

/** Who carries the media, "embedded" or "srs", has settings of its own that mend a finding. */
const mending = (advice, media) => (media === "srs" ? `${advice}.srs` : advice);

/** What the media node, of this kind, tells browsers, where the page was opened by `host`; `passed`: media came. */
export function ofCandidates(candidates, host, media, passed) {
  const measured = [...new Set(candidates.map(({ address, port, protocol }) => `${protocol} ${address}:${port}`))];
  if (candidates.length === 0) {
    return finding("bad", "", mending("check.candidates.none", media));
  }
  if (candidates.every(({ address }) => LOCAL.test(address)) && !LOCAL.test(host)) {
    return finding("bad", measured.join(", "), mending("check.candidates.local", media));
  }
  return passed
    ? finding("good", measured.join(", "), "check.candidates.good")
    : finding("bad", measured.join(", "), mending("check.candidates.silent", media));
}

/**
 * A loop by `way`, "udp", "tcp" or "relay", through a node of this kind: `result` has `{roundTrip, received, lost,
 * frames}`, or `{problem}`: "none" where the node offers no such way, "publish" or "play" where the door refused
 * (`detail` says why), "connect" where no packet passed.
 */
export function ofLoop(way, { problem, detail = "", roundTrip, received, lost, frames } = {}, media = "embedded") {
  if (problem === "none") {
    return finding("none", "", `check.${way}.none`);
  }
  if (problem) {
    const refused = problem === "publish" || problem === "play";
    const own = way === "relay" ? `check.${way}.bad` : mending(`check.${way}.bad`, media);
    return finding("bad", detail, refused ? "check.loop.refused" : own);
  }
  const share = lost / Math.max(1, lost + received);
  const measured = `${Math.round(roundTrip)} ms, ${tenthsOf(share * 100)} %`;
  if (!frames) {
    return finding("bad", measured, "check.loop.dark");
  }
  if (share > MUCH_LOSS) {
    return finding("attention", measured, "check.loop.loss");
  }
  return roundTrip > LONG_WAY
    ? finding("attention", measured, "check.loop.slow")
    : finding("good", measured, `check.${way}.good`);
}

/** What SRS told Plenum meanwhile, by so many hooks: without one, it let a publisher in, or out, by itself. */
export function ofHooks(media, loops, told) {
  if (media !== "srs") {
    return finding("none", "", "check.hooks.none");
  }
  const passed = loops.some(({ problem }) => !problem || problem === "connect");
  const refused = loops.find(({ problem }) => problem === "publish" || problem === "play");
  if (!passed) {
    return finding("bad", refused?.detail ?? "", "check.hooks.bad");
  }
  return told > 0 ? finding("good", String(told), "check.hooks.good") : finding("bad", "0", "check.hooks.unheard");
}

/** The origins besides `own` and those that the site names, from which this page has fetched something. */
export function ofOrigins(addresses, own, named) {
  const inside = new Set([own, ...named.filter(Boolean).map((address) => new URL(address).origin)]);
  const foreign = [...new Set(addresses.map((address) => new URL(address, own)))]
    .filter(({ protocol }) => protocol.startsWith("http"))
    .map(({ origin }) => origin)
    .filter((origin) => !inside.has(origin));
  return foreign.length === 0
    ? finding("good", String(addresses.length), "check.page.good")
    : finding("bad", [...new Set(foreign)].join(", "), "check.page.bad");
}
