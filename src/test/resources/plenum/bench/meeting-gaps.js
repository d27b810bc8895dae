// Looks four times a second at every stream that arrives at this page, and keeps the longest gaps of each.
(() => {
  const PAUSE = 250;
  const peers = [];
  const streams = new Map();
  let lookedAt;
  let late = 0;

  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...values) {
      super(...values);
      peers.push(this);
    }
  };

  const begin = (now) => ({
    kind: now.kind,
    first: now,
    last: now,
    movedAt: now.timestamp,
    still: 0,
    gap: 0,
    at: 0,
    run: 0,
  });

  function keep(stream, gap, now) {
    if (gap > stream.gap) {
      stream.gap = gap;
      stream.at = (now.timestamp - stream.first.timestamp) / 1000;
    }
  }

  // A freeze ends with the picture after it, and is as long as the time between the two.
  function lookAtPicture(stream, now) {
    if (now.framesDecoded > stream.last.framesDecoded) {
      stream.movedAt = now.timestamp;
    }
    const frozen = (now.totalFreezesDuration - stream.last.totalFreezesDuration) * 1000;
    keep(stream, frozen, now);
  }

  // What was made up in looks one after the other may be one gap.
  function lookAtSound(stream, now) {
    if (now.packetsReceived > stream.last.packetsReceived) {
      stream.movedAt = now.timestamp;
    }
    const concealed = (now.concealedSamples - stream.last.concealedSamples) / 48;
    stream.run = concealed > 0 ? stream.run + concealed : 0;
    keep(stream, stream.run, now);
  }

  // What this page's own computer was too busy for is no gap of the network.
  function lookAtTime() {
    const now = performance.now();
    late = Math.max(late, now - (lookedAt ?? now) - PAUSE);
    lookedAt = now;
  }

  function look(now) {
    const stream = streams.get(now.id) ?? begin(now);
    streams.set(now.id, stream);
    (now.kind === "video" ? lookAtPicture : lookAtSound)(stream, now);
    stream.still = Math.max(stream.still, now.timestamp - stream.movedAt);
    stream.last = now;
  }

  async function round() {
    lookAtTime();
    const open = peers.filter(({ connectionState }) => connectionState === "connected");
    const reports = await Promise.all(open.map((peer) => peer.getStats()));
    reports.forEach((report, index) =>
      [...report.values()]
        .filter(({ type }) => type === "inbound-rtp")
        .forEach((one) => look({ ...one, id: `${peers.indexOf(open[index])} ${one.ssrc}` })),
    );
  }

  window.plenumMeasure = () => setInterval(round, PAUSE);

  // A stream that ended on the way is still for the rest.
  const stillSince = ({ timestamp }) => performance.timeOrigin + performance.now() - timestamp;

  const tell = ({ kind, first, last, gap, at, still }) => {
    const seconds = (last.timestamp - first.timestamp) / 1000;
    return {
      kind,
      gap,
      at,
      still: Math.max(still, stillSince(last) - PAUSE),
      seconds,
      kilobits: ((last.bytesReceived - first.bytesReceived) * 8) / 1000 / seconds,
      packets: (last.packetsReceived - first.packetsReceived) / seconds,
      frames: ((last.framesDecoded ?? 0) - (first.framesDecoded ?? 0)) / seconds,
      freezes: (last.freezeCount ?? 0) - (first.freezeCount ?? 0),
      lost: last.packetsLost - first.packetsLost,
      concealed: ((last.concealedSamples ?? 0) - (first.concealedSamples ?? 0)) / 48,
      lines: last.frameHeight ?? 0,
    };
  };

  window.plenumGaps = () => ({ late, streams: [...streams.values()].map(tell) });
})();
