/** Lists of what is kept, page by page, for those who look after the site. */
package plenum.database.records;
