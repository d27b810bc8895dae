/** How the figures of {@code /metrics} are described. Knows nobody. */
package plenum.metric;
