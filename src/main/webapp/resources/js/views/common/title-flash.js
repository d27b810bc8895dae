const EVERY = 1_000;

/** Has the browser's tab show a sentence in turn with the page's title, so that it is seen among others. */
export class TitleFlash {
  #title;
  #timer;

  /** Begins; an earlier sentence is replaced. */
  start(sentence) {
    this.stop();
    this.#title = document.title;
    document.title = sentence;
    this.#timer = setInterval(() => (document.title = document.title === sentence ? this.#title : sentence), EVERY);
  }

  /** Gives the page its title back. */
  stop() {
    if (this.#timer !== undefined) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      document.title = this.#title;
    }
  }
}
