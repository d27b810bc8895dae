/**
 * Webhooks: other servers are told what happens, each signed, again when it fails, and none of them
 * holds up another or anybody here.
 */
package plenum.webhook;
