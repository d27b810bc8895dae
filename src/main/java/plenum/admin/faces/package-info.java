/** What Faces and PrimeFaces need to write administration's pages as the site's policy wants. */
package plenum.admin.faces;
