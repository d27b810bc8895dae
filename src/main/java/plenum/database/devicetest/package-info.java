/** Tests of devices in the database. */
package plenum.database.devicetest;
