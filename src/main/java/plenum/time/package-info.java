/** What runs later, on threads that end with the application. */
package plenum.time;
