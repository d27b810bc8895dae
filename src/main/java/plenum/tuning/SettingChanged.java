package plenum.tuning;

/**
 * Another value of a setting counts; told without a lock.
 *
 * @param setting its name
 */
public record SettingChanged(String setting) {}
