/**
 * What people read: sentences by key and language, and refusals, which have a code for programs and
 * a sentence for a person. Knows nobody.
 */
package plenum.text;
