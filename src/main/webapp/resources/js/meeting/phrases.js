import { Bus } from "../shared/bus.js";

/** After so many milliseconds without another letter what was typed is a phrase; a whole sentence is one sooner. */
export const PAUSE = 3_000;
export const AFTER_A_SENTENCE = 1_000;

const SENTENCE = /[.!?…。！？؟।]\s*$/u;

/**
 * Makes phrases of what others type letter by letter, for who hears them.
 *
 * Event: `phrase` ({name, text}).
 */
export class Phrases extends Bus {
  /** Of each who types: `{line, said, timer}`, said being the beginning that was told of that line. */
  #typists = new Map();

  /** Somebody's line, with this number, is this text now. */
  typed(id, { name, line, text }) {
    const typist = this.#of(id, line);
    clearTimeout(typist.timer);
    if (text.trim() && text !== typist.said) {
      const wait = SENTENCE.test(text) ? AFTER_A_SENTENCE : PAUSE;
      typist.timer = setTimeout(() => this.#say(typist, name, text), wait);
    }
  }

  /** Somebody finished a line: what of it was not told yet. */
  rest(id, text) {
    const typist = this.#typists.get(id);
    clearTimeout(typist?.timer);
    this.#typists.delete(id);
    return unsaid(typist?.said ?? "", text);
  }

  #of(id, line) {
    const known = this.#typists.get(id);
    if (known?.line === line) {
      return known;
    }
    clearTimeout(known?.timer);
    // What was said of the line before is needed until that one arrives as finished.
    const typist = { line, said: "", timer: undefined };
    this.#typists.set(id, typist);
    return typist;
  }

  #say(typist, name, text) {
    const words = unsaid(typist.said, text).trim();
    typist.said = text;
    if (words) {
      this.emit("phrase", { name, text: words });
    }
  }
}

/** Of a line that was corrected everything is told again. */
function unsaid(said, text) {
  return text.startsWith(said.trimEnd()) ? text.slice(said.trimEnd().length).trim() : text;
}
