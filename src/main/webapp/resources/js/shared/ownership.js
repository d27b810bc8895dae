/**
 * A room as one person sees it: how its owner is called now, as far as known, whether that is the person, and whether
 * the person may delete it, or see and set its options. `people` are those online, by id; `rights` are the welcome's.
 */
export function asSeenBy(you, rights, people, room) {
  const own = room.owner !== undefined && room.owner === you;
  return {
    ...room,
    own,
    ownerName: people.get(room.owner)?.name ?? room.ownerName,
    deletable: own || isNobodys(room, rights) || rights?.deleteRooms === "all" || deletableBy(you, room),
    settable: own || rights?.moderateRooms === "all" || isAppointed(you, room),
  };
}

function isAppointed(you, { moderators = [] }) {
  return moderators.includes(you);
}

/** Whether it is a room of nobody, and not administrators alone delete such. */
function isNobodys({ owner }, rights) {
  return owner === undefined && rights?.deleteRooms !== "owned";
}

function deletableBy(you, room) {
  const by = room.options?.delete;
  return by === "everybody" || (by === "moderators" && isAppointed(you, room));
}

/** A room's devices as one person sees them: `readable` where the key is the person's, `renewable` where it may be. */
export function devicesSeenBy(you, { devices, owner }) {
  return [...devices.values()].map((device) => {
    const readable = device.holder === you;
    return { ...device, readable, renewable: readable || (owner !== undefined && owner === you) };
  });
}
