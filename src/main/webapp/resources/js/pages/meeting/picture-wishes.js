import { streamIn } from "../../media/audience.js";
import { isSeen } from "../../shared/seen.js";
import { SeenSizes } from "../../views/meeting/seen-sizes.js";

/** Tells a meeting which pictures the page shows, how large, and whether anybody sees the page. */
export class PictureWishes {
  #meeting;
  #sizes = new SeenSizes(() => this.#tell());
  /** What is shown: {member, slot, tile, role}. */
  #shown = [];

  constructor(meeting) {
    this.#meeting = meeting;
    const look = () => meeting.wanted.see(isSeen());
    document.addEventListener("visibilitychange", look);
    look();
  }

  /** Everything that has a tile: an array of {member, slot, tile, role}, as of WantedPictures and Audience. */
  show(shown) {
    this.#shown = shown;
    this.#sizes.follow(shown.map(({ tile }) => tile));
    this.#tell();
  }

  #tell() {
    const { members } = this.#meeting.room;
    const wishes = this.#shown.map(({ member, slot, tile, role }) => {
      const known = members.get(member);
      const stream = known && streamIn(slot, known);
      return stream?.video && { stream: stream.name, role, ...this.#sizes.of(tile, slot === "screen") };
    });
    this.#meeting.wanted.show(wishes.filter(Boolean));
  }
}
