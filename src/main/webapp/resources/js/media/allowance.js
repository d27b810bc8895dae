/** How long it is measured what is sent, in milliseconds. */
const MEASURED = 1_000;
/** Less is no picture, in bit/s. */
const LEAST = 100_000;

/**
 * The part of a picture's bitrate that is of use where viewers' links do not carry all of it. It is a part of what is
 * really sent when that is told first, for cameras often take far less than they may.
 */
export class Allowance {
  #changed;
  /** Which stream is published, as the last ticket calls it. */
  #stream;
  #percent = 100;
  #sent = Infinity;
  #measuring;

  /** `changed()`: the most may be another now. */
  constructor(changed) {
    this.#changed = changed;
  }

  /** The most that may be sent of a picture that may usually take so much, in bit/s. */
  most(bitrate) {
    const part = (this.#percent / 100) * Math.min(bitrate, this.#sent);
    return this.#percent === 100 ? bitrate : Math.min(bitrate, Math.max(LEAST, part));
  }

  /** Which stream is published; undefined before the first ticket. */
  get stream() {
    return this.#stream;
  }

  /** There is a ticket to publish; what is told of another stream does not count any more. Answers the ticket. */
  permitted(ticket) {
    if (ticket.stream !== this.#stream) {
      this.#stream = ticket.stream;
      this.#take(100);
    }
    return ticket;
  }

  /** So many per cent of this stream are of use, which this sender sends. */
  async limit(stream, percent, sender) {
    if (stream === undefined || stream !== this.#stream) {
      return;
    }
    if (this.#percent === 100 && percent < 100) {
      this.#measuring ??= measure(sender);
      const sent = await this.#measuring;
      this.#measuring = undefined;
      this.#sent = sent;
    }
    if (stream === this.#stream) {
      this.#take(percent);
    }
  }

  #take(percent) {
    this.#percent = percent;
    this.#changed();
  }
}

/** What this sender sends, in bit/s; Infinity where that is not known. */
async function measure(sender) {
  const before = await sentBy(sender);
  await new Promise((resolve) => setTimeout(resolve, MEASURED));
  const now = await sentBy(sender);
  const bitrate = (8_000 * (now.bytes - before.bytes)) / (now.at - before.at);
  return bitrate > 0 ? bitrate : Infinity;
}

/** `{bytes, at}`, milliseconds. */
async function sentBy(sender) {
  const report = (await sender?.getStats?.().catch(() => undefined)) ?? new Map();
  const rows = [...report.values()].filter(({ type }) => type === "outbound-rtp");
  return { bytes: rows.reduce((sum, { bytesSent = 0 }) => sum + bytesSent, 0), at: rows[0]?.timestamp };
}
