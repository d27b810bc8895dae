/**
 * Who may do what: the one place that decides, asked by every act that not everybody may do. Knows
 * who acts and the settings, and none of the features.
 */
package plenum.right;
