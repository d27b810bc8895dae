const FLOOR_DB = -60;

/** The level 0..1 that an ear would give to a sound of this mean square: 60 dB of range, 0 for silence. */
export function levelOfPower(meanSquare) {
  const decibels = 10 * Math.log10(meanSquare + 1e-12);
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB));
}

/** The same of samples, each from -1 to 1. */
export function levelOf(samples) {
  let sum = 0;
  for (const sample of samples) {
    sum += sample * sample;
  }
  return levelOfPower(sum / samples.length);
}

/** Measures how loud an audio track is. */
export class LevelMeter {
  #context;
  #source;
  #analyser;
  #samples;

  /** Measures `track` from now on, or nothing when it is undefined. */
  measure(track) {
    this.#source?.disconnect();
    this.#source = undefined;
    if (!track) {
      return;
    }
    this.#context ??= new AudioContext();
    this.#analyser ??= new AnalyserNode(this.#context, { fftSize: 1024 });
    this.#samples ??= new Float32Array(this.#analyser.fftSize);
    this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(this.#analyser);
    this.resume();
  }

  /** Browsers start sound work only after a click: call this on one. */
  resume() {
    this.#context?.resume().catch(() => undefined);
  }

  /** The level now, 0..1. */
  get level() {
    if (!this.#source) {
      return 0;
    }
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return levelOf(this.#samples);
  }

  close() {
    this.measure(undefined);
    this.#context?.close();
    this.#context = undefined;
    this.#analyser = undefined;
  }
}
