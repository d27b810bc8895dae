/** The search over everything that administrators have pages of. */
package plenum.admin.search;
