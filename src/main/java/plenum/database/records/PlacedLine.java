package plenum.database.records;

import java.util.Map;

/**
 * A line of a list, and where it is.
 *
 * @param line what is known by the columns' names
 */
public record PlacedLine(Map<String, Object> line, RecordPosition position) {}
