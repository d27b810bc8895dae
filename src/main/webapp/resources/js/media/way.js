/** Ways to the media node, the best first. */
const WAYS = ["udp", "tcp", "relay"];

/** By which way a connection's media goes: "udp", "tcp" or "relay" (TURN); `undefined` before it goes any. */
export async function wayOf(peer) {
  return wayIn(peer ? await peer.getStats().catch(() => new Map()) : new Map());
}

/** The same as a connection's statistics tell it. */
export function wayIn(report) {
  const local = report.get(selectedPair(report)?.localCandidateId);
  if (!local) {
    return undefined;
  }
  if (local.candidateType === "relay") {
    return "relay";
  }
  return local.protocol === "tcp" ? "tcp" : "udp";
}

/** The worst of the ways of all these connections. */
export async function worstWay(peers) {
  const ways = await Promise.all(peers.map(wayOf));
  return WAYS[Math.max(...ways.map((way) => WAYS.indexOf(way)))];
}

/** The pair of candidates between which media goes. Older Firefoxes have no `transport`; they mark the pair itself. */
export function selectedPair(report) {
  const entries = [...report.values()];
  const transport = entries.find(({ selectedCandidatePairId }) => selectedCandidatePairId);
  return (
    report.get(transport?.selectedCandidatePairId) ??
    entries.find(({ type, selected }) => type === "candidate-pair" && selected)
  );
}
