import { streamIn } from "../../media/audience.js";
import { canShareScreen } from "../../media/screen-capture.js";
import { handsFirst } from "../../meeting/hand-order.js";
import { lookOf } from "../../meeting/member-look.js";
import { shortagesOf, withShortage } from "../../meeting/shortages.js";
import { tellProblems } from "../../meeting/problems.js";
import { tellQuality } from "../../meeting/quality.js";
import { shareState } from "../../meeting/stage-state.js";
import { text } from "../../shared/texts.js";
import { part } from "../../views/common/dom.js";
import { onLeave } from "../../views/common/page.js";
import { Controls } from "../../views/meeting/controls.js";
import { ParticipantRow, Participants } from "../../views/meeting/participants.js";
import { PictureInPicture } from "../../views/meeting/picture-in-picture.js";
import { OwnScreen, Screens } from "../../views/meeting/screens.js";
import { Tile } from "../../views/meeting/tile.js";
import { tellBlocked } from "./blocked-devices.js";
import { offerChat } from "./chat.js";
import { showConnectionWay } from "./connection-way.js";
import { copyLink } from "./copy-link.js";
import { offerDetails } from "./details.js";
import { drawnOnce } from "./drawn-once.js";
import { tellFloor } from "./floor.js";
import { tellObservers } from "./observers.js";
import { Gallery } from "./gallery.js";
import { Gestures } from "./gestures.js";
import { HeldSound } from "./held-sound.js";
import { OnlySound } from "./only-sound.js";
import { offerLetterKeys } from "./letter-keys.js";
import { offerDeviceChoice } from "./meeting-devices.js";
import { offerStats } from "./meeting-stats.js";
import { Moderation } from "./moderation.js";
import { offerNetworkLimits } from "./network-limits.js";
import { listenToSelf } from "./own-voice.js";
import { PictureWishes } from "./picture-wishes.js";
import { screenProblem } from "./screen-problem.js";

/** A page on which a meeting is seen and heard, with the buttons under it (includes/meeting.xhtml). */
export class MeetingPage {
  realTimeText;
  #site;
  #meeting;
  #voice;
  #gallery;
  #wishes;
  #screens = new Screens(() => this.#heldSound.held());
  #ownScreen;
  #participants = new Participants((look) => this.#createRow(look));
  #moderation;
  #gestures;
  #controls;
  #pictureInPicture;
  #openDevices;
  #openDetails;
  /** Draws the page, once for all that changes together. */
  #changed = drawnOnce(() => this.#show());
  #heldSound;
  #onlySound;

  /** `leave()`: the person pressed the button that ends it for them. */
  constructor(site, meeting, leave) {
    this.#site = site;
    this.#meeting = meeting;
    this.#voice = listenToSelf(site, meeting);
    this.#onlySound = new OnlySound(site.banners);
    this.#gallery = new Gallery(site, (look, onPin) => this.#createTile(look, onPin), this.#changed);
    this.#wishes = new PictureWishes(meeting);
    this.#moderation = new Moderation(site, meeting.room, () => this.#participants.toggle(true));
    this.#gestures = new Gestures(site, meeting, this.#changed);
    this.#heldSound = new HeldSound(site.banners, () => this.#tiles().forEach((tile) => tile.hear()));
    this.#openDevices = offerDeviceChoice(site, meeting.capture, showConnectionWay(meeting));
    this.#openDetails = offerDetails(meeting);
    this.#pictureInPicture = new PictureInPicture(() => this.#mostWanted());
    this.#ownScreen = new OwnScreen(() => meeting.sharing.stop());
    this.#controls = new Controls({
      toggleMicrophone: () => meeting.toggleMicrophone(),
      toggleCamera: () => meeting.toggleCamera(),
      toggleScreen: () => this.#toggleScreen(),
      toggleText: () => this.realTimeText.toggle(),
      toggleHand: () => this.#gestures.toggleHand(),
      openDevices: this.#openDevices,
      letterKeys: offerLetterKeys(this.#site),
      copyLink: () => copyLink(this.#site),
      leave,
    });
    this.#controls.show(meeting.devices);
    this.#follow();
    offerNetworkLimits(site, meeting);
    offerStats(meeting);
    this.realTimeText = offerChat(site, meeting);
    tellQuality(site.connection, meeting);
    tellProblems(site.connection, meeting);
  }

  #follow() {
    const { capture, sharing } = this.#meeting;
    part("alone-copy").addEventListener("click", () => copyLink(this.#site));
    this.#meeting.on("changed", this.#changed);
    capture.on("changed", this.#changed);
    sharing.on("failed", (failure) => this.#tellNotShared(failure));
    const { choices } = this.#site;
    choices.on("changed", (names) => {
      if (names.includes("speaker")) {
        this.#tiles().forEach((tile) => tile.useSpeaker(choices.values.speaker));
      }
    });
    onLeave(() => this.#meeting.stop());
  }

  #createTile(look, onPin) {
    const onWatch = () => this.#toggleWatching(look.id);
    return new Tile(look, { onWatch, onPin, onDetails: this.#openDetails, onBlocked: () => this.#heldSound.held() });
  }

  #createRow(look) {
    return new ParticipantRow(
      look,
      ({ id }) => this.#toggleWatching(id),
      (act, of) => this.#moderation.act(act, of),
    );
  }

  #toggleWatching(id) {
    const member = this.#meeting.room.members.get(id);
    if (member) {
      this.#meeting.watch(member, !this.#meeting.audience.isWatched(id));
    }
  }

  /** What tiles and list show of everybody, the own person first. */
  #looks() {
    const { room } = this.#meeting;
    const { quality } = this.#meeting;
    return [room.self, ...room.others].filter(Boolean).map((member) => {
      const look = lookOf(member, this.#meeting, this.#voice);
      const known = look.state === "retrying" ? { level: 0 } : quality.of(streamIn("main", member)?.name);
      return { ...this.#gestures.with(look), quality: look.watched ? withShortage(known, look.shortage) : undefined };
    });
  }

  #show() {
    const { audience, devices, room, sharing, wanted } = this.#meeting;
    this.#showBanners();
    this.#gestures.show();
    const looks = this.#looks();
    const screens = room.others.filter((member) => streamIn("screen", member));
    this.#screens.show(
      screens.map(({ id, name }) => ({
        id,
        name,
        state: audience.stateOf(id, "screen"),
        undecodable: audience.undecodableOf(id, "screen"),
        heldBack: wanted.heldBack(streamIn("screen", room.members.get(id)).name),
        shortage: this.#meeting.shortageOf(streamIn("screen", room.members.get(id)).name),
        decodable: room.codecs,
      })),
    );
    const aside = screens.length > 0;
    this.#gallery.show(looks, { duo: room.kind === "call" && !aside, aside });
    this.#participants.show(handsFirst(looks.map((look) => this.#moderation.withActs(look))));
    this.#controls.show(devices);
    this.#controls.showScreen(shareState(this.#meeting, canShareScreen()));
    this.#ownScreen.show(sharing.capture.picture);
    part("alone").hidden = looks.length !== 1 || room.kind === "call";
    this.#controls.showKind(room.kind);
    this.#onlySound.show(shortagesOf(this.#meeting, this.#voice));
    this.#showMedia();
    this.#showWishes();
    this.#pictureInPicture.update();
  }

  #showMedia() {
    const { audience, room } = this.#meeting;
    this.#gallery.tile(room.you)?.showVideo(this.#meeting.capture.cameraPicture);
    for (const { member, slot, player } of audience.players) {
      const tile = (slot === "screen" ? this.#screens : this.#gallery).tile(member);
      tile?.showVideo(player.received.video);
      tile?.playAudio(player.received.audio, this.#site.choices.values.speaker);
    }
    room.others.filter(({ id }) => !audience.isWatched(id)).forEach(({ id }) => this.#gallery.tile(id).remove());
  }

  /** What has a tile is told, with what it is for. */
  #showWishes() {
    const { you } = this.#meeting.room;
    const others = this.#gallery.tiles.filter(({ id }) => id !== you);
    this.#wishes.show([
      ...this.#screens.tiles.map((tile) => ({ member: tile.id, slot: "screen", tile, role: "screen" })),
      ...others.map((tile) => ({ member: tile.id, slot: "main", tile, role: this.#gallery.roleOf(tile.id) })),
    ]);
  }

  #showBanners() {
    const { devices, room } = this.#meeting;
    const { banners } = this.#site;
    banners.showIf(!room.media.available, "media", text("banner.noMedia"));
    banners.showIf(room.atRisk, "at-risk", text("banner.atRisk"));
    const choose = { label: text("banner.chooseDevices"), run: this.#openDevices };
    tellBlocked(this.#site, devices);
    tellFloor(banners, room);
    tellObservers(banners, room);
    banners.showIf(!devices.camera && !devices.microphone, "listen-only", text("banner.listenOnly"), choose);
  }

  #toggleScreen() {
    const { sharing } = this.#meeting;
    return sharing.state === "off" ? sharing.start() : sharing.stop();
  }

  #tellNotShared(failure) {
    const problem = screenProblem(failure);
    if (problem) {
      this.#site.toasts.show(problem, "problem");
    }
  }

  /** What is kept above other windows: a screen before a person's picture. */
  #mostWanted() {
    const { others } = this.#meeting.room;
    const screen = this.#screens.tiles[0];
    const person = others
      .map(({ id }) => this.#gallery.tile(id))
      .find((tile) => tile?.element.dataset.video === "true");
    return (screen ?? person)?.video;
  }

  #tiles() {
    return [...this.#gallery.tiles, ...this.#screens.tiles];
  }
}
