/**
 * What all HTTP doors share: reading a request within limits, whose address it comes from, replies,
 * and problems (RFC 9457).
 */
package plenum.http;
