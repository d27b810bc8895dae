/**
 * Typed settings, one small record per feature, read from MicroProfile Config at the start; a
 * {@link plenum.settings.Current} is read again when an administrator changes something. How a
 * record reads a setting is its declaration: kind, limits and effect. Names and defaults: {@code
 * META-INF/microprofile-config.properties}; meanings: {@code texts/settings*.properties} and {@code
 * docs/operations/settings.md}.
 */
package plenum.settings;
