import { Bus } from "../shared/bus.js";
import { LastHeard } from "./last-heard.js";
import { PRIORITIES, neededBy, saved, stepsOf, within } from "./picture-budget.js";

/** What grows is told so soon: enough for all that one act of the person changes. */
const MORE_AFTER = 50;
/** What shrinks may grow again: a page that is turned back, a window that is being drawn larger. */
const LESS_AFTER = 750;
/** So long nobody may see the page before its pictures are given up. */
const UNSEEN_AFTER = 5_000;
/** Heights are told in steps of so many lines, so that drawing at a window's edge tells little. */
const STEP = 30;
/** Letters are to be as sharp as the picture can be. */
const LEGIBLE = 1.25;

/**
 * The one place that knows which pictures of the others this page needs, and how large: what tiles show, whether
 * anybody sees the page, and what the person limits (data saver, sound only, bandwidth). A stream of which nothing
 * was told yet is sent as if there were no wishes, unless no picture at all is of use. Sound is never a matter of it.
 *
 * Event `changed`: the wishes that are other than they were, an array of `{stream, height, priority}`: the stream's
 * name, the lines of picture that are of use, 0 for none, and one of PRIORITIES. Something larger or more important is
 * told at once, something less when it has lasted. `all` has the wishes as they were told last, for whoever has to be
 * told anew.
 */
export class WantedPictures extends Bus {
  /** What is shown: an array of {stream, height, role}. */
  #shown = [];
  #bounds;
  #seen = true;
  /** Nobody has seen the page for so long that its pictures were given up. */
  #givenUp = false;
  #limits = { dataSaver: false, soundOnly: false, bandwidth: 0 };
  /** The streams of those who speak now. */
  hear(streams) {
    this.#lastHeard.hear(streams);
  }

  /** What the own link carries, in bit/s. */
  #link = Infinity;
  #steps;
  #lastHeard;
  /** By stream: what was told. */
  #told = new Map();
  #more = new Pending(() => this.#tell((wish) => isMore(wish, this.#told.get(wish.stream))));
  #all = new Pending(() => this.#tell(() => true));
  #unseen = new Pending(() => {
    this.#givenUp = true;
    this.#look();
  });

  /**
   * @param bounds whether what is received follows the wishes; where it does not, everything comes as it is sent
   * @param steps in which pictures come, as of stepsOf
   * @param most so many pictures at most; of more people those who spoke last
   */
  constructor(bounds = () => true, steps = stepsOf(), most = Infinity) {
    super();
    this.#steps = steps;
    this.#lastHeard = new LastHeard(most, () => this.#look());
    this.#bounds = bounds;
  }

  /**
   * What the page shows now: an array with all streams of others, each `{stream, height, role, above}`: the device
   * pixels in height that its picture covers, 0 where it is not seen, undefined while that is not known; a name of
   * PRIORITIES; and whether it is also seen when the page is not, as a picture above other windows is.
   */
  show(shown) {
    this.#shown = shown;
    this.#look();
  }

  /** Whether anybody can see the page. */
  see(seen) {
    this.#seen = seen;
    this.#givenUp &&= !seen;
    this.#unseen.within(UNSEEN_AFTER, !seen && !this.#givenUp);
    this.#look();
  }

  /** What the person limits: `{dataSaver, soundOnly, bandwidth}`, in bit/s, 0 for no limit. */
  limit({ dataSaver, soundOnly, bandwidth }) {
    this.#limits = { dataSaver, soundOnly, bandwidth };
    this.#look();
  }

  /** What the own link carries, in bit/s, where the page has to find out; Infinity while it carries everything. */
  carry(link) {
    this.#link = link;
    this.#look();
  }

  /** What all that would be shown takes by the own link, in bit/s. */
  get needed() {
    return neededBy(this.#whole(), this.#steps);
  }

  /** Whether the own link carries less of this stream's picture than would be shown: `{shown}`, whether any of it. */
  shortOf(stream) {
    const told = this.#link < Infinity && this.#bounds() ? this.#told.get(stream) : undefined;
    const whole = told && this.#whole().find((wish) => wish.stream === stream);
    return whole?.height > told?.height ? { shown: told.height > 0 } : undefined;
  }

  /** All wishes as they were told last; none where nothing is received by them. */
  get all() {
    return this.#bounds() ? [...this.#told.values()] : [];
  }

  /** The wish for this stream as it was told last, if any was; none for its picture where none is of use. */
  of(stream) {
    if (!this.#bounds()) {
      return undefined;
    }
    const none = this.#useless ? { stream, height: 0, priority: PRIORITIES.other } : undefined;
    return this.#told.get(stream) ?? none;
  }

  /** What holds this stream's picture back though it would be seen: "soundOnly", "many", "bandwidth" or undefined. */
  heldBack(stream) {
    const seen = this.#shown.some((one) => one.stream === stream && one.height !== 0);
    if (!seen || !this.#bounds()) {
      return undefined;
    }
    const none = this.#limits.bandwidth > 0 && this.#told.get(stream)?.height === 0;
    if (this.#limits.soundOnly) {
      return "soundOnly";
    }
    const many = this.#seen && this.#lastHeard.beyond(this.#everybody()).has(stream);
    return many ? "many" : (this.#seen && none && "bandwidth") || undefined;
  }

  /** Forgets everything: there is no meeting any more. */
  stop() {
    this.#shown = [];
    this.#link = Infinity;
    this.#lastHeard.stop();
    this.#told.clear();
    this.#more.stop();
    this.#all.stop();
    this.#unseen.stop();
  }

  /** Whether no picture is of use whose size is not known yet: browsers tell none in a tab that nobody sees. */
  get #useless() {
    return this.#limits.soundOnly || this.#givenUp;
  }

  /** What is wanted now. */
  #wishes() {
    const whole = this.#whole();
    return this.#link < Infinity ? carried(this.#link, whole, this.#steps) : whole;
  }

  /** The same if the own link carried everything. */
  #whole() {
    const all = this.#everybody();
    const beyond = this.#lastHeard.beyond(all);
    const few = all.map((wish) => (beyond.has(wish.stream) ? { ...wish, height: 0 } : wish));
    return this.#limits.bandwidth > 0 ? within(this.#limits.bandwidth, few, this.#steps) : few;
  }

  /** What would be shown of all people, however many. */
  #everybody() {
    const unknown = this.#useless ? 0 : undefined;
    const all = this.#shown.map((one) => ({ ...one, height: one.height ?? unknown }));
    const known = all.filter(({ height }) => height !== undefined);
    const wishes = known.map(({ stream, height, role, above = false }) => ({
      stream,
      height: (this.#seen || above) && !this.#limits.soundOnly ? linesOf(height, role) : 0,
      priority: PRIORITIES[role],
    }));
    return this.#limits.dataSaver ? saved(wishes) : wishes;
  }

  #changes() {
    return this.#wishes().filter((wish) => differs(wish, this.#told.get(wish.stream)));
  }

  #look() {
    const streams = new Set(this.#shown.map(({ stream }) => stream));
    [...this.#told.keys()].filter((stream) => !streams.has(stream)).forEach((stream) => this.#told.delete(stream));
    const changes = this.#changes();
    this.#more.within(
      MORE_AFTER,
      changes.some((wish) => isMore(wish, this.#told.get(wish.stream))),
    );
    this.#all.within(this.#patience, changes.length > 0);
  }

  /** How long to wait with what shrinks. */
  get #patience() {
    if (this.#limits.soundOnly || this.#limits.bandwidth > 0 || this.#link < Infinity) {
      return MORE_AFTER; // Nothing may come beside it meanwhile.
    }
    return this.#seen ? LESS_AFTER : UNSEEN_AFTER;
  }

  #tell(which) {
    const changes = this.#changes().filter(which);
    if (changes.length > 0) {
      changes.forEach((wish) => this.#told.set(wish.stream, wish));
      this.emit("changed", changes);
      this.#look();
    }
  }
}

/** What is done so long after it became necessary, unless it no longer is; looking again does not put it off. */
class Pending {
  #act;
  #timer;
  #after;

  constructor(act) {
    this.#act = act;
  }

  within(milliseconds, necessary) {
    if (!necessary || (this.#timer !== undefined && milliseconds !== this.#after)) {
      this.stop();
    }
    if (necessary && this.#timer === undefined) {
      this.#after = milliseconds;
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#act();
      }, milliseconds);
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Of a screen there is nothing smaller, and it goes before all else: the cameras share what it leaves. */
function carried(link, wishes, steps) {
  const screens = wishes.filter(({ priority }) => priority === PRIORITIES.screen);
  const cameras = wishes.filter(({ priority }) => priority !== PRIORITIES.screen);
  return [...screens, ...within(Math.max(0, link - neededBy(screens, steps)), cameras, steps)];
}

/** So many lines are asked for; of a screen more, for the server takes a picture a little smaller for enough. */
function linesOf(height, role) {
  return STEP * Math.ceil(((role === "screen" ? LEGIBLE : 1) * height) / STEP);
}

function differs(wish, told) {
  return wish.height !== told?.height || wish.priority !== told?.priority;
}

/** Whether more is wanted than was told; of a new stream nothing was told, and everything is sent. */
function isMore(wish, told) {
  return !told || wish.height > told.height || (wish.height > 0 && wish.priority > told.priority);
}
