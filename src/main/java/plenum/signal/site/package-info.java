/**
 * What administrators' pages are told: that something is otherwise than it was, part by part of the
 * site. What it is they ask elsewhere.
 */
package plenum.signal.site;
