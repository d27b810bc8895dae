/**
 * The engine's sockets: {@link plenum.engine.net.MediaLoop} is one thread that receives, forwards
 * and sends every datagram of its sessions; {@link plenum.engine.net.MediaLoops} has several at one
 * port, which hand over what came to the wrong one. On Linux it reads and writes many datagrams in
 * a system call and lets the kernel cut trains of them apart (UDP segmentation offload); elsewhere
 * it is plain NIO. Connections that carry datagrams in frames (RFC 4571) are read and written by
 * the same thread.
 */
package plenum.engine.net;
