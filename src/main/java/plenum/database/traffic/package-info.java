/** How much there was on the site and on its media nodes, kept for charts. */
package plenum.database.traffic;
