/**
 * What a player has received so far: `{framesDecoded, audioEnergy, bytesReceived}`, zeros before it is
 * connected. `audioEnergy` grows only while something can be heard (getStats, totalAudioEnergy).
 */
export async function receivedBy(peer) {
  const totals = { framesDecoded: 0, audioEnergy: 0, bytesReceived: 0 };
  const report = peer ? await peer.getStats() : new Map();
  report.forEach((entry) => {
    if (entry.type === "inbound-rtp") {
      totals.framesDecoded += entry.framesDecoded ?? 0;
      totals.audioEnergy += entry.totalAudioEnergy ?? 0;
      totals.bytesReceived += entry.bytesReceived ?? 0;
    }
  });
  return totals;
}

/** What a publisher has sent so far: `{framesSent, bytesSent}`. */
export async function sentBy(peer) {
  const totals = { framesSent: 0, bytesSent: 0 };
  const report = peer ? await peer.getStats() : new Map();
  report.forEach((entry) => {
    if (entry.type === "outbound-rtp") {
      totals.framesSent += entry.framesSent ?? 0;
      totals.bytesSent += entry.bytesSent ?? 0;
    }
  });
  return totals;
}

/** What a report of getStats says about the "audio" or "video" that is received; undefined if nothing. */
export function inboundOf(report, kind) {
  return [...report.values()].find((row) => row.type === "inbound-rtp" && row.kind === kind);
}
