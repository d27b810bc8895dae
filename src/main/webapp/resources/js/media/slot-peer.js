/** What statistics count from the beginning of a slot on, whoever is in it. */
const COUNTED = [
  "bytesReceived",
  "concealedSamples",
  "framesDecoded",
  "framesReceived",
  "freezeCount",
  "keyFramesDecoded",
  "nackCount",
  "packetsLost",
  "packetsReceived",
  "silentConcealedSamples",
  "totalAudioEnergy",
  "totalFreezesDuration",
  "totalInterFrameDelay",
  "totalSamplesDuration",
  "totalSamplesReceived",
];

/**
 * One stream's share of a connection that carries many, to be asked like a connection of its own: its statistics begin
 * with it.
 */
export class SlotPeer {
  /** By kind: {receiver, base: what was counted before, by the entries' ids}. */
  #parts = new Map();

  /** Gets this kind by `receiver` from now on, or not at all. `used`: it has carried something else. */
  take(kind, receiver, used = false) {
    if (!receiver) {
      this.#parts.delete(kind);
    } else if (this.#parts.get(kind)?.receiver !== receiver) {
      this.#parts.set(kind, { receiver, base: used ? read(receiver).then(countsOf) : Promise.resolve(new Map()) });
    }
  }

  getReceivers() {
    return [...this.#parts.values()].map(({ receiver }) => receiver);
  }

  /** As of RTCPeerConnection, as far as it is about this stream, and about the path that all take. */
  async getStats() {
    const reports = await Promise.all([...this.#parts.values()].map(share));
    return new Map(reports.flatMap((report) => [...report]));
  }
}

async function share({ receiver, base }) {
  const [report, before] = await Promise.all([read(receiver), base]);
  return [...report].map(([id, entry]) => [id, without(entry, before.get(id))]);
}

async function read(receiver) {
  return (await receiver.getStats().catch(() => undefined)) ?? new Map();
}

function countsOf(report) {
  return new Map([...report].filter(([, { type }]) => type === "inbound-rtp"));
}

function without(entry, before) {
  if (!before) {
    return entry;
  }
  const own = COUNTED.filter((name) => name in entry && name in before);
  return { ...entry, ...Object.fromEntries(own.map((name) => [name, entry[name] - before[name]])) };
}
