import { Choices } from "../media/choices.js";
import { LevelMeter } from "../media/level-meter.js";
import { receivedBy, sentBy } from "../media/stats.js";
import { text } from "../shared/texts.js";
import { Controls } from "../views/controls.js";
import { DeviceForm } from "../views/device-form.js";
import { part } from "../views/dom.js";
import { LevelView } from "../views/level-view.js";
import { onLeave } from "../views/page.js";
import { Participants } from "../views/participants.js";
import { RoomTitle } from "../views/room-title.js";
import { Stage } from "../views/stage.js";
import { dark, Tile } from "../views/tile.js";
import { Meeting } from "./meeting.js";
import { offerDevices } from "./room-devices.js";
import { followRoom } from "./room-events.js";
import { connectPage } from "./site.js";

const roomId = new URLSearchParams(window.location.search).get("id") ?? "";
const site = connectPage();
const { banners, connection, kept, tab, toasts } = site;
const choices = new Choices(kept);
const meeting = new Meeting(connection, roomId, choices, tab);
const { audience, capture, publisher, room } = meeting;
const stage = new Stage(createTile);
const participants = new Participants((member) => toggleWatching(member.id));
const title = new RoomTitle();
const meter = new LevelMeter();
const level = new LevelView(part("microphone-level"), meter);
const deviceDialog = part("device-dialog");
const deviceForm = new DeviceForm(choices, capture);
const controls = new Controls({
  toggleMicrophone: () => meeting.toggleMicrophone(),
  toggleCamera: () => meeting.toggleCamera(),
  openDevices,
  copyLink,
  leave,
});

function createTile({ member, own }) {
  return new Tile(member, { own, onWatch: () => toggleWatching(member.id), onBlocked: soundBlocked });
}

function toggleWatching(id) {
  const member = room.members.get(id);
  if (member) {
    meeting.watch(member, !audience.isWatched(id));
  }
}

/** What tiles and list show of a member. */
function viewOf(member) {
  const own = member.id === room.you;
  const onAir = own ? Boolean(capture.camera) : member.streams.some((stream) => stream.video);
  const watched = own || audience.isWatched(member.id);
  const state = own ? publisher.state : audience.stateOf(member.id);
  return { id: member.id, member, own, watched, state, showsVideo: onAir && watched && !dark(member) };
}

let scheduled = false;

/** Many things change together: the page is drawn once for all of them. */
function changed() {
  if (!scheduled) {
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      show();
    });
  }
}

function show() {
  if (room.media.available) {
    banners.hide("media");
  } else {
    banners.show("media", text("banner.noMedia"));
  }
  const others = room.others.map(viewOf);
  const views = room.self ? [viewOf({ ...room.self, devices: meeting.devices }), ...others] : others;
  stage.show(views);
  participants.show(views);
  controls.show(meeting.devices);
  title.show(room.name);
  part("alone").hidden = views.length !== 1;
  stage.tile(room.you)?.showVideo(ownPicture());
  for (const { member, player } of audience.players) {
    stage.tile(member)?.showVideo(player.received.video);
    stage.tile(member)?.playAudio(player.received.audio, choices.values.speaker);
  }
  others.filter(({ watched }) => !watched).forEach(({ id }) => stage.tile(id).remove());
  showListenOnly();
}

let picture;

/** One stream object per track: a new one would make the video element start over. */
function ownPicture() {
  if (picture?.getVideoTracks()[0] !== capture.camera) {
    picture = capture.camera && new MediaStream([capture.camera]);
  }
  return picture;
}

function showListenOnly() {
  const { camera, microphone } = meeting.devices;
  if (camera || microphone) {
    banners.hide("listen-only");
  } else {
    banners.show("listen-only", text("banner.listenOnly"), { label: text("banner.chooseDevices"), run: openDevices });
  }
}

/** Any click or key is enough for the browser, wherever on the page it is. */
function soundBlocked() {
  banners.show("sound", text("banner.sound"), { label: text("banner.hear"), run: hear });
  ["click", "keydown"].forEach((event) => document.addEventListener(event, hear));
}

function hear() {
  ["click", "keydown"].forEach((event) => document.removeEventListener(event, hear));
  banners.hide("sound");
  stage.tiles.forEach((tile) => tile.hear());
}

function openDevices() {
  deviceForm.refresh();
  meter.measure(capture.microphone);
  level.start();
  deviceDialog.showModal();
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toasts.show(text("toast.linkCopied"));
  } catch {
    // Browsers hide the clipboard on plain http from another host.
    toasts.show(text("toast.copyByHand", window.location.href));
  }
}

async function leave() {
  await Promise.all([room.leave(), meeting.stop()]);
  connection.close();
  window.location.assign("/rooms");
}

/** For tests and troubleshooting: what arrives from each person, and what is sent. No secrets in it. */
window.plenumStats = async () => {
  const received = audience.players.map(async ({ member, player }) => {
    return { id: member, name: room.members.get(member)?.name, state: player.state, ...(await receivedBy(player.peer)) };
  });
  return { received: await Promise.all(received), sent: { state: publisher.state, ...(await sentBy(publisher.peer)) } };
};

deviceDialog.addEventListener("close", () => {
  level.stop();
  meter.measure(undefined);
});
part("alone-copy").addEventListener("click", copyLink);
capture.on("changed", ({ kind, track }) => kind === "microphone" && deviceDialog.open && meter.measure(track));
capture.on("failed", ({ kind, failure }) => {
  // On an address that is not secure the banner says enough; the dialog explains it.
  if (failure !== "insecure") {
    toasts.show(text(`failure.${kind}.${failure}`), "problem");
  }
});
capture.on("unplugged", ({ kind, label }) => toasts.show(text(`failure.${kind}.unplugged`, label), "problem"));
choices.on("changed", (names) => {
  if (names.includes("speaker")) {
    stage.tiles.forEach((tile) => tile.useSpeaker(choices.values.speaker));
  }
});
followRoom(site, meeting);
offerDevices(site, room);
meeting.on("changed", changed);
onLeave(() => meeting.stop());
controls.show(meeting.devices);
meeting.start();
connection.start();
