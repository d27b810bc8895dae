package plenum.right;

/** What somebody may, or may not, do with a room and in it. */
public enum RoomAct {
  /** Find it in the list. */
  FIND,
  /** Take a seat, if it is not full, and as far as the next three allow. */
  ENTER,
  /** Come in without waiting to be admitted, also when locked, and without the password. */
  ENTER_UNASKED,
  /** Come in without waiting to be admitted, and without the password, but not when locked. */
  ENTER_INVITED,
  /** Look in without a seat. */
  WATCH,
  SHARE,
  SPEAK,
  SHOW_CAMERA,
  /** Write messages that others there read. */
  WRITE,
  /** Delete what others wrote to everybody. */
  DELETE_MESSAGE,
  /** See who waits, and let them in or turn them away. */
  ADMIT,
  MUTE,
  STOP_CAMERA,
  STOP_SHARE,
  /** Lower the hand of somebody else, or all of them. */
  LOWER_HANDS,
  /** Take back what everybody answered. */
  CLEAR_ANSWERS,
  REMOVE,
  BAN,
  READ_OPTIONS,
  SET_OPTIONS,
  /** Make somebody a moderator, or one no longer. */
  APPOINT,
  /** Take along what was written to everybody. */
  EXPORT_MESSAGES,
  /** Make somebody else the owner. */
  HAND_OVER,
  /** Make guest links, see them, and revoke them. */
  INVITE,
  /** Add devices, and remove them. */
  EQUIP,
  RENEW_DEVICE,
  DELETE
}
