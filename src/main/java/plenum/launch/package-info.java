/**
 * How Plenum is started as one file, and what happens before Payara Micro is there.
 *
 * <p>{@link plenum.launch.Main} is {@code java -jar plenum.jar}: it unpacks what the server needs
 * and starts it, with Java's options, in a process of its own. {@link plenum.launch.Server} is that
 * process: whatever keeps Plenum from starting is told at once, and who asks for a page meanwhile
 * gets one that waits; then it runs Payara Micro. These classes know nothing of the rest of Plenum;
 * {@link plenum.launch.Precheck} alone does, which is loaded with the application.
 */
package plenum.launch;
