/**
 * SRS as a media node: {@link plenum.media.srs.SrsNode} speaks to one SRS over its HTTP API, and
 * the hooks by which SRS asks and tells Plenum come in here.
 *
 * <p>Plenum decides before an offer reaches SRS; the hooks are the second wall, and the source of
 * what is on air. Since SRS repeats no hook and sends none when it dies, {@link
 * plenum.media.srs.Rounds} compares what the hooks told with what SRS lists, again and again. What
 * SRS does in detail is written down in {@code docs/media.md}.
 */
package plenum.media.srs;
