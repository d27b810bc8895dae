import { receivedBy, sentBy } from "../../media/stats.js";
import { wayOf } from "../../media/way.js";

/** "camera" or "camera-small", or "sound" where the picture is left out. */
const playedOf = ({ video, source }) => (video ? source : "sound");

/** For tests and troubleshooting: what arrives from each person, is sent, and is wanted. No secrets in it. */
export function offerStats(meeting) {
  const { room, audience, publisher, sharing, wanted } = meeting;
  const received = async ({ member, slot, player, stream }) => {
    const source = slot === "screen" ? "screen" : "camera";
    return {
      id: member,
      name: room.members.get(member)?.name,
      source,
      playing: player.playing ? playedOf(player.playing) : source,
      state: player.state,
      shortage: meeting.shortageOf(stream.name),
      way: await wayOf(player.peer),
      ...(await receivedBy(player.peer)),
    };
  };
  const sent = async ({ state, peer }) => ({ state, way: await wayOf(peer), ...(await sentBy(peer)) });
  window.plenumStats = async () => ({
    received: await Promise.all(audience.players.map(received)),
    sent: await sent(publisher),
    screen: await sent(sharing.publisher),
    wanted: wanted.all,
  });
}
