/**
 * Typed settings, one small record per feature, read once at the start from MicroProfile Config.
 * Names, defaults and meanings: {@code META-INF/microprofile-config.properties} and {@code
 * docs/operations/settings.md}.
 */
package plenum.settings;
