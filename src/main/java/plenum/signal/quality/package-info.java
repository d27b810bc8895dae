/** What pages tell about the quality of what they send and get. */
package plenum.signal.quality;
