/**
 * What people may do in a room, as pages know it: the server decides, and this is what is offered. A `room` has
 * `owner`, `moderators`, `options`, the own id `you`, and `everywhere` for those who moderate every room.
 */

/** Whether the person with this id moderates the room. */
export function isModerator({ owner, moderators = [] }, id) {
  return id !== undefined && (owner === id || moderators.includes(id));
}

/** Whether the own person does. */
export function moderates(room) {
  return room.everywhere === true || isModerator(room, room.you);
}

/** Whether the own person may appoint moderators and hand the room over. */
export function owns({ everywhere, owner, you }) {
  return everywhere === true || (you !== undefined && owner === you);
}

/** Whether the own person may `share`, `speak`, or show the `camera`. */
export function may(room, what) {
  return room.options?.[what] !== "moderators" || moderates(room);
}
