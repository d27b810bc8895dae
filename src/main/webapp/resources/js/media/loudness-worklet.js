/**
 * Measures in the browser's audio thread how loud its input is, and tells the page about every 40 ms. A page in the
 * background keeps hearing from it, whereas its own timers are slowed down to one look a second: whoever shares
 * another tab is in the background, and speaks.
 */
class Loudness extends AudioWorkletProcessor {
  #sum = 0;
  #count = 0;

  process([input]) {
    const samples = input[0] ?? [];
    for (const sample of samples) {
      this.#sum += sample * sample;
    }
    this.#count += samples.length || 128;
    if (this.#count >= sampleRate * 0.04) {
      this.port.postMessage({ meanSquare: this.#sum / this.#count, time: currentTime * 1000 });
      this.#sum = 0;
      this.#count = 0;
    }
    return true;
  }
}

registerProcessor("loudness", Loudness);
