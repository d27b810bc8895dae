/**
 * The media node in this JVM: starts and stops {@link plenum.engine.MediaEngine} with the
 * application and speaks to it as to any other {@link plenum.media.MediaNode}. Nobody else knows
 * the engine.
 */
package plenum.media.embedded;
