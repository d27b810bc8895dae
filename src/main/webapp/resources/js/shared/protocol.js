/** The version of docs/protocol.md that these modules speak; the server's are in ProtocolVersion.java. */
export const PROTOCOL = 1;
