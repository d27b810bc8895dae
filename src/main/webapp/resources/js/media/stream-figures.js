import { uptime } from "../shared/clock.js";
import { selectedPair, wayIn } from "./way.js";

/** What an entry of statistics counts from the beginning on. */
const COUNTERS = [
  "bytesSent",
  "bytesReceived",
  "packetsSent",
  "packetsReceived",
  "packetsLost",
  "framesSent",
  "framesDecoded",
  "frames",
  "freezeCount",
  "totalFreezesDuration",
  "concealedSamples",
  "silentConcealedSamples",
  "totalSamplesReceived",
];

/**
 * What flowed over one connection from one look to the next, as docs/protocol.md writes it in `report-quality`: whole
 * numbers, and nothing of what the browser does not tell. Each connection's statistics are read once a look.
 */
export class StreamFigures {
  /** By connection: what was counted at the last look, by the entries' ids. */
  #before = new WeakMap();
  /** The connections whose first picture was told of. */
  #begun = new WeakSet();

  /**
   * The sounds and pictures that flowed; none at the first look at a connection.
   *
   * @param since since when somebody waited for the first picture, a moment of uptime; it is told once how long
   */
  async look(peer, since) {
    const report = await peer.getStats().catch(() => new Map());
    const now = uptime();
    const before = this.#before.get(peer);
    this.#before.set(peer, countsOf(report));
    const figures = before ? figuresOf(report, before) : [];
    const picture = figures.find(({ kind, sent: own }) => kind === "video" && !own);
    if (picture && since !== undefined && !this.#begun.has(peer)) {
      this.#begun.add(peer);
      picture.firstFrame = firstFrame(report, now - since);
    }
    return figures.map(known);
  }
}

const isSentPicture = ({ entry }) => entry.type === "outbound-rtp" && entry.kind === "video";
const sendsNow = ({ active, framesPerSecond }) => active !== false && framesPerSecond > 0;

/**
 * The sizes in which one picture is sent at the same time are one picture to whoever looks after it: `rows`, each
 * `{entry, figures}`, with those of pictures that are sent as one.
 */
function joined(rows, before) {
  const pictures = rows.filter(isSentPicture);
  if (!pictures.some(({ entry }) => entry.rid)) {
    return rows.map(({ figures }) => figures);
  }
  const others = rows.filter((row) => !isSentPicture(row));
  return [...others.map(({ figures }) => figures), joinedPicture(pictures, before)];
}

/** The largest that is sent at the end says how the picture is; in what was switched off few frames are no sign. */
function joinedPicture(pictures, before) {
  const now = pictures.filter(({ entry }) => sendsNow(entry));
  const main =
    now.length > 0
      ? largest(now, ({ figures: { width = 0, height = 0 } }) => width * height)
      : largest(pictures, ({ figures }) => figures.frameRate ?? 0);
  const worst = (name) => rounded(Math.max(...pictures.map(({ figures }) => figures[name] ?? -Infinity)));
  return {
    ...main.figures,
    bitrate: pictures.reduce((sum, { figures }) => sum + figures.bitrate, 0),
    frameRate: frameRateOf(main, before),
    lost: worst("lost"),
    roundTrip: worst("roundTrip"),
    jitter: worst("jitter"),
  };
}

/** What was switched on or off meanwhile had no time for as many frames. */
function frameRateOf({ entry, figures }, before) {
  if (entry.active === false) {
    return undefined;
  }
  const throughout = !sendsNow(entry) || before.get(entry.id).framesPerSecond > 0;
  return throughout ? figures.frameRate : rounded(entry.framesPerSecond);
}

const largest = (rows, sizeOf) => rows.reduce((most, row) => (sizeOf(row) > sizeOf(most) ? row : most));

/**
 * After how many milliseconds the first picture was there, when so many have passed by now: the browser sums up the
 * time from the first one to the last, which is as old as a picture is long (Chromium 156, Firefox 153).
 */
function firstFrame(report, passed) {
  const { framesDecoded, totalInterFrameDelay } =
    [...report.values()].find(({ type, kind }) => type === "inbound-rtp" && kind === "video") ?? {};
  return framesDecoded > 1 ? rounded(Math.max(0, passed - 1000 * totalInterFrameDelay)) : undefined;
}

function countsOf(report) {
  return new Map([...report.values()].map((entry) => [entry.id, pick(entry)]));
}

function pick(entry) {
  const counts = { timestamp: entry.timestamp, framesPerSecond: entry.framesPerSecond };
  COUNTERS.filter((name) => name in entry).forEach((name) => (counts[name] = entry[name]));
  return counts;
}

function figuresOf(report, before) {
  const entries = [...report.values()];
  const connection = { way: wayIn(report), roundTrip: inMillis(selectedPair(report)?.currentRoundTripTime) };
  const look = { report, entries, before, connection };
  const rows = entries
    .filter(({ type, id }) => (type === "inbound-rtp" || type === "outbound-rtp") && before.has(id))
    .map((entry) => ({ entry, figures: (entry.type === "inbound-rtp" ? received : sent)(entry, look) }))
    .filter(({ figures }) => figures.bitrate > 0);
  return joined(rows, before);
}

function received(entry, { report, before, connection }) {
  const since = difference(entry, before);
  const lost = Math.max(0, since("packetsLost") ?? 0);
  const made = since("concealedSamples") - (since("silentConcealedSamples") ?? 0);
  return {
    ...common(entry, report, connection, since("bytesReceived") / since("timestamp")),
    frameRate: perSecond(since, "framesDecoded"),
    lost: share(lost, since("packetsReceived") + lost),
    jitter: inMillis(entry.jitter),
    freezes: since("freezeCount"),
    frozen: frozen(since),
    concealed: share(Math.max(0, made), since("totalSamplesReceived")),
  };
}

/** A picture that stands still is counted when it moves again; until then it is the one that nothing was decoded of. */
function frozen(since) {
  const counted = inMillis(since("totalFreezesDuration"));
  return since("framesDecoded") === 0 ? Math.round(since("timestamp")) : counted;
}

function sent(entry, { report, entries, before, connection }) {
  const since = difference(entry, before);
  const remote = entries.find(({ type, localId }) => type === "remote-inbound-rtp" && localId === entry.id);
  const lost = remote && difference(remote, before)("packetsLost");
  const { qualityLimitationReason: limited } = entry;
  return {
    ...common(entry, report, connection, since("bytesSent") / since("timestamp")),
    sent: true,
    frameRate: perSecond(since, "framesSent"),
    captured: entry.kind === "video" ? captured(entries, before) : undefined,
    lost: share(Math.max(0, lost), since("packetsSent")),
    roundTrip: inMillis(remote?.roundTripTime) ?? connection.roundTrip,
    jitter: inMillis(remote?.jitter),
    limited: limited === "none" ? undefined : limited,
  };
}

function common(entry, report, { way, roundTrip }, bytesPerMilli) {
  return {
    kind: entry.kind,
    codec: report.get(entry.codecId)?.mimeType?.split("/")[1],
    way,
    width: entry.frameWidth,
    height: entry.frameHeight,
    bitrate: rounded(8 * bytesPerMilli),
    roundTrip,
  };
}

/** What the camera, or the screen, gave. */
function captured(entries, before) {
  const source = entries.find(({ type, kind }) => type === "media-source" && kind === "video");
  return source && perSecond(difference(source, before), "frames");
}

/** Answers by how much something of the entry grew; NaN or undefined where that is not known. */
function difference(entry, before) {
  const counts = before.get(entry.id);
  return (name) => (counts && name in counts && name in entry ? entry[name] - counts[name] : undefined);
}

const perSecond = (since, name) => rounded((1000 * since(name)) / since("timestamp"));
const share = (part, whole) => (whole > 0 ? rounded((1000 * part) / whole) : undefined);
const inMillis = (seconds) => rounded(1000 * seconds);
const rounded = (number) => (Number.isFinite(number) ? Math.round(number) : undefined);

/** What the browser does not tell is left out. */
function known(figures) {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
}
