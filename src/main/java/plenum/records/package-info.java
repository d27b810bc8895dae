/**
 * What is kept of persons: told to them, erased when they or an administrator want it, and deleted
 * when it is too old. Each feature brings what it keeps as {@link plenum.records.PersonalRecords}.
 */
package plenum.records;
