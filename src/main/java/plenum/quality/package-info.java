/**
 * How good meetings are: what pages measure of their streams, what is concluded from it, and who
 * probably is to blame.
 *
 * <p>A page tells a {@link plenum.quality.Measured} every few seconds. {@link
 * plenum.quality.QualityBook} keeps the latest {@link plenum.quality.QualityReport} of each seat,
 * gives each stream a {@link plenum.quality.Score}, and says of a meeting whose {@link
 * plenum.quality.Cause} it is when something is bad. All of it is what browsers claim: nothing is
 * permitted or refused by it.
 */
package plenum.quality;
