/**
 * How the figures of {@code /metrics} are described, and those that are histograms. Knows nobody.
 */
package plenum.metric;
