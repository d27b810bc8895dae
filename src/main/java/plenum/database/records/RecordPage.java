package plenum.database.records;

import java.util.List;
import java.util.Map;

/**
 * A part of a list.
 *
 * @param total how many lines there are that the filters let through
 * @param lines what is known by the columns' names; what is not known is missing
 */
public record RecordPage(long total, List<Map<String, Object>> lines) {}
