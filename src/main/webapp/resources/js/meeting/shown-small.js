import { settings } from "../shared/settings.js";

/**
 * Tells the server which cameras of others the page shows small, where only the pages know: their pages then send a
 * small stream beside the large one. Told when it changes, in one message.
 */
export class ShownSmall {
  #room;
  #wanted;
  #told = "";

  /** `wanted`: the WantedPictures. */
  constructor(room, wanted) {
    this.#room = room;
    this.#wanted = wanted;
    if (settings.smallUpTo > 0) {
      wanted.on("changed", () => this.#tell());
    }
  }

  /** There is a seat anew, of which the server knows nothing yet. */
  tellAgain() {
    this.#told = "";
    this.#tell();
  }

  #tell() {
    const small = this.#wanted.all.filter(({ height }) => height > 0 && height <= settings.smallUpTo);
    const pictures = small.map(({ stream, height }) => ({ stream, height }));
    const names = pictures
      .map(({ stream }) => stream)
      .sort()
      .join();
    if (names !== this.#told) {
      this.#told = names;
      this.#room.showPictures(pictures);
    }
  }
}
