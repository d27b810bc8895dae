import { patchFragment } from "./exchange.js";

/** What is "disconnected" for a shorter time mostly comes back by itself. */
const FIRST_AFTER = 1_000;
const AGAIN_AFTER = 1_000;
/** Of the server; the request may have gone out by the network that is no more. */
const ANSWER_WITHIN = 2_000;

const NAMES = ["ice-ufrag", "ice-pwd"];

/**
 * Asks for another network path for a media session that lost its own (RFC 9725 section 4.3.3, RFC 8445 section 9):
 * its tracks and keys stay, and so does what others have of it.
 */
export class IceRestart {
  #peer;
  #location;
  #timer;
  #done = true;

  /** `location()` promises where the session is PATCHed. */
  constructor(peer, location) {
    this.#peer = peer;
    this.#location = location;
  }

  /** The path is lost: asks soon, and again while there is no answer, until `stop`. */
  begin() {
    this.#done = false;
    this.#timer = setTimeout(() => this.#try(), FIRST_AFTER);
  }

  /** There is a path again, or nobody wants one any more. What was asked already goes on. */
  stop() {
    this.#done = true;
    clearTimeout(this.#timer);
  }

  async #try() {
    try {
      await this.#restart();
    } catch (error) {
      // A refusal is the server's last word: it has no such session any more, or no restarts.
      if (!this.#done && !error.status) {
        this.#timer = setTimeout(() => this.#try(), AGAIN_AFTER);
      }
    }
  }

  async #restart() {
    const location = await this.#location();
    this.#peer.restartIce();
    await this.#peer.setLocalDescription();
    try {
      const answer = await patchFragment(location, fragmentOf(this.#peer.localDescription.sdp), ANSWER_WITHIN);
      await this.#peer.setRemoteDescription({ type: "answer", sdp: renamed(this.#peer.remoteDescription.sdp, answer) });
    } catch (error) {
      // The old path may still come back, under the names that both sides have.
      await this.#peer.setLocalDescription({ type: "rollback" });
      throw error;
    }
  }
}

/** The client's new name and password; the node is ICE-lite and needs none of its candidates. */
function fragmentOf(sdp) {
  return NAMES.map((name) => `${lineOf(sdp, name)}\r\n`).join("");
}

/** The answer that was there, with the names of this fragment. */
function renamed(sdp, fragment) {
  return NAMES.reduce((text, name) => text.replaceAll(lines(name, "gm"), lineOf(fragment, name)), sdp);
}

function lineOf(text, name) {
  return text.match(lines(name, "m"))[0];
}

function lines(name, flags) {
  return new RegExp(`^a=${name}:[^\r\n]*`, flags);
}
