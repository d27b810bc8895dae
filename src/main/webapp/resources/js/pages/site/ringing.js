import { callPath, roomPath } from "../../shared/paths.js";
import { text } from "../../shared/texts.js";
import { Bell } from "./bell.js";
import { enterCall, enterRoom } from "./entering.js";
import { sentenceOf } from "./refusals.js";

/** Has a page ring when somebody calls or invites the person, and shows what else there is to know about calls. */
export function ringOnPage(site) {
  new Ringing(site, new Bell(site.choices));
}

/** Rings by `bell` for what the calls of a page tell; tests hand in another bell. */
export class Ringing {
  #site;
  #bell;
  /** What the dialog is shown for: the id of a call or of an invitation. */
  #shown;
  #answering = false;

  constructor(site, bell) {
    const { calls, header } = site;
    this.#site = site;
    this.#bell = bell;
    calls.on("changed", () => this.#changed());
    calls.on("over", (call) => this.#tellMissed(call));
    calls.on("missed", (count) => header.showMissed(count));
    calls.on("invitation", () => this.#show());
  }

  #changed() {
    const { banners, calls } = this.#site;
    const { current } = calls;
    const elsewhere = current?.state === "accepted" && !this.#answering && !isHere(current);
    const go = { label: text("banner.toCall"), run: () => enterCall(this.#site, current) };
    banners.showIf(elsewhere, "call", current ? text("banner.inCall", calls.otherOf(current).name) : "", go);
    this.#show();
  }

  /** A call comes before an invitation. */
  #show() {
    const { calls, going } = this.#site;
    const { incoming: call, invitation } = calls;
    const wanted = call?.id ?? invitation?.room.id;
    if (wanted === this.#shown || this.#answering) {
      return;
    }
    this.#shown = wanted;
    if (wanted === undefined) {
      this.#bell.hush();
      going.stay();
    } else {
      going.prepare(call ? callPath(call.room) : roomPath(invitation.room.id));
      this.#bell.ring(call ? this.#ofCall(call) : this.#ofInvitation(invitation));
    }
  }

  #ofCall(call) {
    const accept = (video) => () => this.#accept(call, video);
    const { name } = call.from;
    return {
      id: call.id,
      who: call.from,
      title: text("ring.title", name),
      sentence: text(call.text ? "ring.sentence.text" : "ring.sentence"),
      answers: [
        { look: "no", symbol: "hang-up", label: text("ring.reject"), run: () => this.#reject(call) },
        { look: "yes", symbol: "phone", label: text("ring.acceptVoice"), run: accept(false) },
        { look: "yes", symbol: "camera", label: text("ring.acceptVideo"), run: accept(true) },
      ],
    };
  }

  #ofInvitation(invitation) {
    const { room, by } = invitation;
    const join = (cameraOff) => () => {
      this.#bell.answered();
      enterRoom(this.#site, room, cameraOff);
    };
    return {
      id: room.id,
      who: by,
      title: text("ring.invitation.title", by.name),
      sentence: text("ring.invitation.sentence", room.name),
      answers: [
        { look: "no", symbol: "close", label: text("ring.notNow"), run: () => this.#decline(invitation) },
        { look: "yes", symbol: "phone", label: text("ring.joinVoice"), run: join(true) },
        { look: "yes", symbol: "camera", label: text("ring.joinVideo"), run: join(false) },
      ],
    };
  }

  async #accept(call, video) {
    const { calls, going } = this.#site;
    this.#answering = true;
    going.openDevices(!video);
    const accepted = await this.#answer(() => {
      const answered = calls.accept(call, video);
      going.announce();
      return answered;
    });
    if (accepted) {
      await enterCall(this.#site, accepted, !video); // This page is over: it stays as it is.
    } else {
      this.#answering = false;
      this.#changed();
    }
  }

  async #reject(call) {
    await this.#answer(() => this.#site.calls.reject(call));
  }

  /** Sends an answer; when that fails and it rings still, one can try again. */
  async #answer(send) {
    this.#bell.answered();
    try {
      return await send();
    } catch (error) {
      this.#site.toasts.show(sentenceOf(error), "problem");
      this.#shown = undefined;
      this.#bell.hush();
      this.#site.going.stay();
      this.#show();
      return undefined;
    }
  }

  #decline(invitation) {
    this.#bell.answered();
    this.#site.calls.decline(invitation);
  }

  #tellMissed(call) {
    const { calls, toasts } = this.#site;
    const received = calls.otherOf(call) === call.from;
    if (received && (call.state === "missed" || call.state === "cancelled")) {
      toasts.show(text("toast.missedCall", call.from.name));
    }
  }
}

/** Whether this page is the call's. */
function isHere({ room }) {
  return window.location.pathname + window.location.search === callPath(room);
}
