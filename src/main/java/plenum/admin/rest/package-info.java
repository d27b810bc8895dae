/** Administration's REST resources, below {@code /api/admin}. */
package plenum.admin.rest;
