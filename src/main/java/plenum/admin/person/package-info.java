/** The page of one person: who it is, where it is now, and what is kept of it. */
package plenum.admin.person;
