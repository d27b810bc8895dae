/**
 * What every HTTP request passes before anything else sees it, in the order of {@code web.xml}: the
 * name by which the client asks, who may see what only operators need, and the content, which is
 * read within limits and without keeping a thread.
 */
package plenum.gate;
