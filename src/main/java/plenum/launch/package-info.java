/**
 * What happens before Payara Micro starts, which takes seconds: whatever keeps Plenum from starting
 * is told at once, and who asks for a page meanwhile gets one that waits. A Java agent, in a small
 * jar of its own; only {@link plenum.launch.Precheck} is loaded from the application and knows the
 * rest of Plenum.
 */
package plenum.launch;
