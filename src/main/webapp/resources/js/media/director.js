/** How long the one who is shown may be off the air, but still here, before somebody else is shown. */
export const PATIENCE = 5_000;

/** The stream of `member` to view: a screen before a camera, a picture before sound alone. */
export function streamOf(member) {
  const rank = (stream) => (stream.source === "screen" ? 0 : 1) + (stream.video ? 0 : 2);
  return [...member.streams].sort((a, b) => rank(a) - rank(b))[0];
}

/** Decides who is shown: whom the person chose, else whoever came on air first; then the next one. */
export class Director {
  #order = [];
  #current;
  #name = "";
  #offSince;

  /** `chosen` is the id of the member to begin with, if any. */
  constructor(chosen) {
    this.#current = chosen;
  }

  /** The person wants to see this member now. */
  choose(id) {
    this.#current = id;
    this.#name = "";
    this.#offSince = undefined;
  }

  /**
   * Who is shown, by the `members` of the room at `now` (milliseconds): `{onAir, shown, stream, left}`. `onAir`
   * are all that could be shown, in the order they came on air. `shown` without `stream` is waited for. `left` is
   * the name of the one who was shown until now and is not any more; "" for one who never was here.
   */
  decide(members, now) {
    const onAir = this.#onAir(members);
    const left = this.#dropCurrent(members, now);
    if (this.#current === undefined && onAir.length > 0) {
      this.choose(onAir[0].id);
    }
    const shown = members.get(this.#current);
    this.#name = shown?.name ?? this.#name;
    return { onAir, shown, stream: shown && streamOf(shown), left };
  }

  #onAir(members) {
    const sends = (id) => members.get(id)?.streams.length > 0;
    const stay = this.#order.filter(sends);
    this.#order = [...stay, ...[...members.keys()].filter((id) => sends(id) && !stay.includes(id))];
    return this.#order.map((id) => members.get(id));
  }

  #dropCurrent(members, now) {
    const member = members.get(this.#current);
    if (this.#current === undefined || member?.streams.length > 0) {
      this.#offSince = undefined;
      return undefined;
    }
    this.#offSince ??= now;
    if (member && now - this.#offSince < PATIENCE) {
      return undefined;
    }
    const name = this.#name || member?.name || "";
    this.#current = undefined;
    this.#offSince = undefined;
    return name;
  }
}
