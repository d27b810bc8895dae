/**
 * What people's tests of their devices found, on the device page: the first thing that whoever
 * helps them asks.
 */
package plenum.devicetest;
