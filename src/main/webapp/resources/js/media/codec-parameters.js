/** The SDP with this parameter beside those that a payload type has (`a=fmtp`, RFC 8866 section 6.15). */
export function withParameter(sdp, type, parameter) {
  const there = new RegExp(`^(a=fmtp:${type} [^\\r\\n]+)`, "m");
  if (there.test(sdp)) {
    return sdp.replace(there, `$1;${parameter}`);
  }
  return sdp.replace(new RegExp(`^(a=rtpmap:${type} [^\\r\\n]+)(\\r?\\n)`, "m"), `$1$2a=fmtp:${type} ${parameter}$2`);
}
