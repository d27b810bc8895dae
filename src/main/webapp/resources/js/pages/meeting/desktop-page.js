import { lookOf } from "../../meeting/member-look.js";
import { tellProblems } from "../../meeting/problems.js";
import { tellQuality } from "../../meeting/quality.js";
import { shortagesOf } from "../../meeting/shortages.js";
import { SharersFace } from "../../meeting/sharers-face.js";
import { text } from "../../shared/texts.js";
import { Volumes } from "../../shared/volumes.js";
import { part, setIcon, setText } from "../../views/common/dom.js";
import { onLeave } from "../../views/common/page.js";
import { Controls } from "../../views/meeting/controls.js";
import { Face } from "../../views/meeting/face.js";
import { FullScreenButton } from "../../views/meeting/full-screen.js";
import { PictureInPicture } from "../../views/meeting/picture-in-picture.js";
import { ReactionFeed } from "../../views/meeting/reaction-feed.js";
import { ScreenView } from "../../views/meeting/screen-view.js";
import { shortageWords, undecodableWords } from "../../views/meeting/member-words.js";
import { OwnScreen } from "../../views/meeting/screens.js";
import { Voices } from "../../views/meeting/voices.js";
import { tellBlocked } from "./blocked-devices.js";
import { offerChat } from "./chat.js";
import { showConnectionWay } from "./connection-way.js";
import { copyLink } from "./copy-link.js";
import { drawnOnce } from "./drawn-once.js";
import { tellFloor } from "./floor.js";
import { tellObservers } from "./observers.js";
import { Gestures } from "./gestures.js";
import { HeldSound } from "./held-sound.js";
import { OnlySound } from "./only-sound.js";
import { offerLetterKeys } from "./letter-keys.js";
import { offerDeviceChoice } from "./meeting-devices.js";
import { offerStats } from "./meeting-stats.js";
import { listenToSelf } from "./own-voice.js";
import { StageActions } from "./stage-actions.js";

import { TalkerList } from "./talker-list.js";
import { offerPushToTalk } from "./talking.js";

const FACE = "plenum.face";
/** The volume of the shared screen's sound is nobody's own. */
const SCREEN = "screen";

/** A desktop room's page: one screen, large, and everybody who is heard beside it. */
export class DesktopPage {
  stage;
  realTimeText;
  #site;
  #meeting;
  #volumes;
  #screen = new ScreenView();
  #face;
  #ownFace;
  #ownScreen;
  #voice;
  #voices;
  #talkers;
  #gestures;
  #reactions = new ReactionFeed();
  #controls;
  #pushToTalk;
  #pictureInPicture = new PictureInPicture(() => (this.#screen.video.srcObject ? this.#screen.video : undefined));
  #openDevices;
  #onlySound;
  /** Draws the page, once for all that changes together. */
  #changed = drawnOnce(() => this.#show());

  /** `leave()`: the person pressed the button that ends it for them. */
  constructor(site, meeting, leave) {
    const { choices, kept } = site;
    this.#site = site;
    this.#meeting = meeting;
    this.#volumes = new Volumes(kept);
    const heldSound = new HeldSound(site.banners, () => this.#voices.hear());
    this.#voices = new Voices(this.#volumes, () => heldSound.held());
    this.#voices.useSpeaker(choices.values.speaker);
    this.#voice = listenToSelf(site, meeting);
    this.#onlySound = new OnlySound(site.banners);
    this.#gestures = new Gestures(site, meeting, this.#changed);
    this.#talkers = new TalkerList(site, meeting, this.#voice, this.#volumes, this.#gestures);
    this.#face = new Face(kept.read(FACE, {}), (place) => kept.write(FACE, place));
    this.#ownScreen = new OwnScreen(() => meeting.sharing.stop());
    this.#ownFace = new SharersFace(meeting);
    this.stage = new StageActions(site, meeting, this.#changed);
    this.#openDevices = offerDeviceChoice(site, meeting.capture, showConnectionWay(meeting));
    this.#pushToTalk = offerPushToTalk(site, meeting);
    this.#controls = this.#makeControls(leave);
    new FullScreenButton(part("screen-full"));
    this.#follow();
    offerStats(meeting);
    this.realTimeText = offerChat(site, meeting);
    tellQuality(site.connection, meeting);
    tellProblems(site.connection, meeting);
    this.#talkers.openIfWide();
    this.#changed();
  }

  #makeControls(leave) {
    const meeting = this.#meeting;
    return new Controls({
      toggleMicrophone: (event) => this.#toggleMicrophone(event),
      toggleCamera: () => this.#ownFace.toggle(),
      toggleText: () => this.realTimeText.toggle(),
      toggleHand: () => this.#gestures.toggleHand(),
      toggleScreen: () => (meeting.sharing.state === "off" ? this.stage.share() : meeting.sharing.stop()),
      openDevices: this.#openDevices,
      letterKeys: offerLetterKeys(this.#site),
      copyLink: () => copyLink(this.#site),
      leave,
    });
  }

  /**
   * With push-to-talk a pointer's click follows its being held down, which has been dealt with; keys talk until the
   * next one.
   */
  #toggleMicrophone(event) {
    if (!this.#pushToTalk.on || !event || event.detail === 0) {
      this.#meeting.toggleMicrophone();
    }
  }

  #follow() {
    const { choices } = this.#site;
    const { capture } = this.#meeting;
    this.#meeting.on("changed", this.#changed);
    capture.on("changed", this.#changed);
    this.#volumes.on("changed", this.#changed);
    this.#screen.video.addEventListener("loadeddata", this.#changed);
    this.#screen.video.addEventListener("emptied", this.#changed);
    this.#ownFace.on("changed", this.#changed);
    choices.on("changed", (names) => names.includes("speaker") && this.#voices.useSpeaker(choices.values.speaker));
    part("screen-sound").addEventListener("click", () =>
      this.#volumes.set(SCREEN, { muted: !this.#volumes.of(SCREEN).muted }),
    );
    onLeave(() => this.#meeting.stop());
  }

  #show() {
    const { audience, devices, room, sharing } = this.#meeting;
    const { banners } = this.#site;
    banners.showIf(!room.media.available, "media", text("banner.noMedia"));
    banners.showIf(room.atRisk, "at-risk", text("banner.atRisk"));
    tellBlocked(this.#site, devices);
    tellFloor(banners, room);
    tellObservers(banners, room);
    this.#onlySound.show(shortagesOf(this.#meeting, this.#voice));
    const { state, holder } = this.stage.show(this.#trouble());
    const screen = holder && this.#playerOf(holder.id, "screen")?.received;
    this.#screen.show(state === "shown" ? screen?.video : undefined, holder?.name);
    this.#showFace(state, holder);
    this.#ownScreen.show(sharing.capture.picture);
    this.#gestures.show();
    this.#reactions.show([...room.members.values()].map((member) => this.#gestures.with(member)));
    this.#talkers.show();
    this.#controls.show(devices, { pushToTalk: this.#pushToTalk.on });
    this.#controls.showCamera(this.#ownFace.offered);
    this.#controls.showScreen(state === "sharing" ? "on" : "none");
    this.#voices.show(audience.players.filter(({ player }) => player.received.audio).map(voiceOf));
    this.#showScreenSound(Boolean(screen?.audio));
    this.#pictureInPicture.update();
  }

  #playerOf(id, slot) {
    return this.#meeting.audience.players.find((one) => one.member === id && one.slot === slot)?.player;
  }

  /** Why the screen of somebody else is not seen yet. */
  #trouble() {
    const { audience, room } = this.#meeting;
    const undecodable = audience.undecodableOf(room.stage.member, "screen");
    if (undecodable) {
      return undecodableWords({ undecodable, decodable: room.codecs });
    }
    if (audience.stateOf(room.stage.member, "screen") === "retrying") {
      return text("tile.noMedia");
    }
    const shortage = this.#meeting.shortageOf(this.#playerOf(room.stage.member, "screen")?.stream.name);
    if (shortage?.shown === false) {
      return shortageWords({ shortage });
    }
    return this.#screen.hasPicture ? "" : text("stage.hint.shown");
  }

  #showFace(state, holder) {
    const { room } = this.#meeting;
    if (state === "sharing") {
      this.#face.show(this.#meeting.capture.cameraPicture, room.self?.name, true);
    } else {
      // Whoever has the stage may be told of before the member, or after.
      const seen = state === "shown" && holder && lookOf(holder, this.#meeting, this.#voice).showsVideo;
      this.#face.show(seen ? this.#playerOf(holder.id, "main")?.received.video : undefined, holder?.name, false);
    }
  }

  #showScreenSound(there) {
    const button = part("screen-sound");
    const { muted } = this.#volumes.of(SCREEN);
    button.hidden = !there;
    setIcon(button.querySelector("svg"), muted ? "sound-off" : "sound");
    setText(button.querySelector("span"), text(muted ? "screen.soundOn" : "screen.soundOff"));
  }
}

function voiceOf({ member, slot, player }) {
  return { key: `${member}/${slot}`, member: slot === "screen" ? SCREEN : member, stream: player.received.audio };
}
