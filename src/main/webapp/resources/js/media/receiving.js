import { atMost } from "../shared/at-most.js";
import { Bus } from "../shared/bus.js";
import { rankedPictures } from "./picture-ranks.js";
import { isForGood } from "./receiving-refusals.js";
import { ReceivingRights } from "./receiving-rights.js";
import { SlotConnection } from "./slot-connection.js";

/** Enough for a call and for most meetings; more sections take browsers longer. */
const FEW = 4;
/** So long the smaller connection goes on beside the larger one that replaces it. */
const OVERLAP = 2_000;
/** So often a larger connection may fail, and so long none is tried after that. */
const TRIES = 2;
const PAUSE = 60_000;
/** Every picture is wanted as large as it is, as long as nobody says otherwise. */
const ALL = Object.freeze({ height: undefined, priority: undefined });

/**
 * Receives the streams of everybody by one connection with slots (docs/media.md). It begins with few for pictures; when
 * more are wanted, a larger one takes its place without a gap.
 *
 * Events: `state` and `failed` as of MediaSession; `unusable`: the server does not do this, and nothing is received;
 * `short`: pictures come otherwise than before as they are wanted, or not.
 */
export class Receiving extends Bus {
  #rights;
  #assign;
  #most;
  #players = new Set();
  #connection;
  /** The larger one, until it can replace the other. */
  #next;
  /** How often that one failed. */
  #failures = 0;
  /** Runs while none is tried. */
  #pause;
  #pending = false;
  #wishOf = () => ALL;
  /** Whether the connection was begun without a ticket, and is not there yet or not asked a seat for. */
  #early = false;
  /** Whether the seat was asked for. */
  #joining = false;

  /**
   * @param requestTicket asks for the right: a promise of `{url, stream, pictures}`, the receiver's name and how many
   *   pictures there are for it
   * @param assign tells the server what is in the slots, the members of `assign-streams`; a promise of whether it took
   *   that
   * @param most `{pictures, sounds}`: how many slots there may be
   */
  constructor(requestTicket, assign, most) {
    super();
    this.#rights = new ReceivingRights(requestTicket);
    this.#assign = assign;
    this.#most = most;
    this.#connection = this.#make(Math.min(FEW, most.pictures));
  }

  get state() {
    return this.#connection.state;
  }

  /** Makes the connection and its offer ready, as far as that goes without the server. */
  prepare() {
    if (this.state === "closed") {
      this.#connection.prepare();
    }
  }

  /**
   * The same, and asks for the right: the seat is asked for, and whom there is to receive will be known with it. Where
   * the answer tells of pictures, the way for them is made while the page still learns whose they are.
   */
  ahead() {
    this.#joining = true;
    this.#early &&= this.state !== "connected";
    if (this.state === "closed") {
      this.prepare();
      this.#rights.ask().then((ticket) => this.#answeredAhead(ticket));
    }
  }

  /**
   * Makes the way before the seat is asked for, by `door`, where whoever may take it begins without a ticket
   * (docs/media.md). Nothing is told when that is not possible: it is made as always then. The promise resolves when
   * the offer is on its way.
   */
  begin(door) {
    if (this.state === "closed" && this.#players.size === 0) {
      this.#early = true;
      this.#rights.goBy(`${door}?pictures=${this.#connection.size.pictures}`);
      this.#connection.start();
      return this.#connection.next("offered");
    }
    return undefined;
  }

  /**
   * Resolves when the way that was begun before the seat is there, or is not any more, and at once without such a way;
   * after so many milliseconds in any case.
   */
  async begun(milliseconds) {
    if (this.#early && this.state === "connecting") {
      await atMost(milliseconds, this.next("state"));
    }
  }

  /** There is no seat for now: what was begun without it ends. */
  giveUp() {
    if (this.#players.size === 0 && this.state !== "closed") {
      this.#endEarly();
    }
  }

  /** `wishOf(stream)` answers how large a picture is shown, `{height, priority}`; undefined where nobody knows. */
  follow(wishOf) {
    this.#wishOf = (stream) => wishOf(stream) ?? ALL;
  }

  /** Plays this SlotPlayer's stream, too. */
  add(player) {
    this.#players.add(player);
    this.update();
  }

  remove(player) {
    if (this.#players.delete(player)) {
      this.update();
    }
  }

  /** What is wanted may be otherwise; all that changes together is told together. */
  update() {
    if (!this.#pending) {
      this.#pending = true;
      Promise.resolve().then(() => {
        this.#pending = false;
        this.#look();
      });
    }
  }

  /** Tells the server anew: it may not have heard it. */
  tellAgain() {
    this.#connection.forgetTold();
    this.#next?.forgetTold();
    this.update();
  }

  /** The server told whose sound is in which slot: the message `sounds-assigned`. */
  hear(message) {
    this.#connection.hear(message);
    this.#next?.hear(message);
  }

  /** The server told which pictures are short: the message `pictures-short`. */
  lack(message) {
    this.#connection.lack(message);
    this.#next?.lack(message);
  }

  /**
   * Why this stream's picture does not come as it is wanted: `{shown, cause}`, whether a smaller one does, and what is
   * too narrow, the own "link" or the site's "budget"; undefined if it does.
   */
  shortageOf(stream) {
    return this.#connection.shortageOf(stream);
  }

  restart() {
    this.#giveUpNext();
    this.update();
    return this.state === "closed" ? undefined : this.#connection.restart();
  }

  close() {
    this.#players.clear();
    this.#early = false;
    this.#joining = false;
    this.#rights.drop();
    this.#giveUpNext();
    return this.#connection.close();
  }

  #answeredAhead(ticket) {
    if (this.state === "closed" && ticket?.pictures > 0) {
      this.#begin(ticket.pictures);
    }
  }

  #endEarly() {
    this.#early = false;
    this.#rights.drop();
    this.#connection.close();
  }

  #make(pictures) {
    const made = new SlotConnection(() => this.#rights.take(), this.#assign, { ...this.#most, pictures });
    made.on("state", (state) => this.#changed(made, state));
    made.on("failed", (failure) => this.#failed(made, failure));
    made.on("offered", () => this.#tell(made));
    made.on("heard", () => this.#told(made));
    made.on("short", () => made === this.#connection && this.emit("short"));
    return made;
  }

  #giveUpNext() {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#failures = 0;
    this.#next?.close();
    this.#next = undefined;
  }

  #look() {
    if (this.state === "closed" && this.#players.size > 0) {
      this.#begin(this.#wanted.length);
    } else if (this.state !== "closed") {
      this.#tell(this.#connection);
      this.#grow();
      this.#give();
    }
  }

  /** With as many slots as it takes for so many pictures. */
  #begin(pictures) {
    if (this.#isTooSmallFor(pictures)) {
      this.#connection.close(); // What was prepared.
      this.#connection = this.#make(this.#most.pictures);
    }
    this.#connection.start();
  }

  #grow() {
    if (this.#next) {
      this.#tell(this.#next);
    } else if (this.#isTooSmallFor(this.#wanted.length) && this.#pause === undefined) {
      this.#next = this.#make(this.#most.pictures);
      this.#next.start();
    }
  }

  /** Whether these are more than it has slots, and a larger one is allowed. */
  #isTooSmallFor(wanted) {
    const { pictures } = this.#connection.size;
    return pictures < this.#most.pictures && wanted > pictures;
  }

  get #wanted() {
    return rankedPictures(this.#players, this.#wishOf);
  }

  #tell(connection) {
    const heard = [...this.#players].filter((player) => player.wantsSound);
    connection.receive(
      this.#wanted,
      heard.map(({ stream }) => stream.name),
    );
  }

  #changed(connection, state) {
    if (connection === this.#connection) {
      this.#early &&= !(this.#joining && state === "connected");
      this.#players.forEach((player) => player.connectionChanged(state));
      this.emit("state", state);
      this.#give();
    } else {
      this.#replace();
    }
  }

  #told(connection) {
    if (connection === this.#connection) {
      this.#give();
    } else {
      this.#replace();
    }
  }

  /** The larger connection is there: everything is taken from it, as soon as it comes. */
  #replace() {
    if (this.#next?.ready) {
      const before = this.#connection;
      this.#connection = this.#next;
      this.#next = undefined;
      this.#failures = 0;
      this.#players.forEach((player) => player.move());
      this.emit("short");
      this.#give();
      setTimeout(() => before.close(), OVERLAP);
    }
  }

  #failed(connection, failure) {
    if (this.#early && connection === this.#connection) {
      this.#endEarly();
      if (this.#joining) {
        this.ahead();
      }
      this.update();
      return;
    }
    const unusable = isForGood(failure);
    if (connection === this.#next) {
      this.#nextFailed(unusable);
    } else if (connection === this.#connection) {
      this.emit("failed", failure);
      if (unusable) {
        this.close();
        this.emit("unusable");
      }
    }
  }

  /** The smaller one goes on. Each try is a receiver of its own to the server, where those of one person are few. */
  #nextFailed(unusable) {
    this.#failures += 1;
    if (unusable || this.#failures >= TRIES) {
      this.#giveUpNext();
      this.#pause = setTimeout(() => {
        this.#pause = undefined;
        this.update();
      }, PAUSE);
    }
  }

  /** The players get what is theirs, once there is a connection that media can come by. */
  #give() {
    const connection = this.#connection;
    if (connection.state === "connected") {
      for (const player of this.#players) {
        player.showIn(connection.pictureOf(player.stream.name));
        player.hearBy(player.wantsSound ? connection.soundOf(player.stream.name) : undefined);
      }
      connection.soundsTaken();
    }
  }
}
