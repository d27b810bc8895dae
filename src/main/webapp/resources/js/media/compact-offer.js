/** What mends what is sent in another codec; the server passes none of it on. */
const AIDS = /^a=rtpmap:(\d+) (?:red|ulpfec|flexfec)/i;
/** Other profiles of VP9 and AV1 than the usual one, which the server does not pass either. */
const PROFILES = /^a=fmtp:(\d+) (?:.*;)?profile(?:-id)?=[1-9]/;
/** What is sent again of another codec (RFC 4588), and of which. */
const REPEATS = /^a=rtpmap:\d+ rtx\//i;
const REPEATED = /^a=fmtp:(\d+) apt=(\d+)/;
const FEEDBACK = /^a=rtcp-fb:(\d+) (.*)$/;
/** What is the same for all sections of a bundle is told by the first one (RFC 9143). */
const OF_ALL = /^a=(?:ice-|fingerprint:|setup:|candidate:|end-of-candidates|rtcp:)/;
/** What the server does not agree to. */
const UNUSED = /^a=(?:extmap-allow-mixed|rtcp-xr:|rtcp-fb:\d+ goog-remb|extmap:(?!.*transport-wide-cc))/;

/**
 * An offer with many sections, as short as it can be told: one with thirty of them has 130 KB in Chromium 156, and the
 * door takes 64 KiB. What is left out is what the answer does not use; what all codecs of a section have is told once.
 */
export function compactOffer(sdp) {
  const [session, ...sections] = sdp.split(/(?=^m=)/m);
  return session + sections.map((section, index) => compact(section, index === 0)).join("");
}

function compact(section, first) {
  const lines = section.split("\r\n");
  const unused = new Set(lines.map((line) => (AIDS.exec(line) ?? PROFILES.exec(line))?.[1]).filter(Boolean));
  for (const [, type, repeated] of lines.map((line) => REPEATED.exec(line)).filter(Boolean)) {
    if (unused.has(repeated)) {
      unused.add(type);
    }
  }
  const kept = lines.filter((line) => !isOf(line, unused) && !UNUSED.test(line) && (first || !OF_ALL.test(line)));
  const common = commonFeedback(kept);
  return [
    ...kept.slice(0, -1).map((line) => (line.startsWith("m=") ? withoutTypes(line, unused) : line)),
    ...common.map((value) => `a=rtcp-fb:* ${value}`),
    "",
  ]
    .filter((line) => !common.includes(FEEDBACK.exec(line)?.[2]))
    .join("\r\n");
}

/** Whether the line explains one of these payload types. */
function isOf(line, types) {
  return types.has(/^a=(?:rtpmap|fmtp|rtcp-fb):(\d+) /.exec(line)?.[1]);
}

/** The feedback that every payload type has; what is sent again is told about as what it is of. */
function commonFeedback(lines) {
  const types = lines.filter((line) => line.startsWith("a=rtpmap:") && !REPEATS.test(line)).length;
  const counts = new Map();
  for (const line of lines) {
    const value = FEEDBACK.exec(line)?.[2];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts.keys()].filter((value) => value && counts.get(value) === types);
}

function withoutTypes(line, types) {
  const [kind, port, protocol, ...formats] = line.split(" ");
  return [kind, port, protocol, ...formats.filter((format) => !types.has(format))].join(" ");
}
