package plenum.engine.estimate;

/**
 * What one picture takes of a budget, in bits a second.
 *
 * @param rank where it comes in the order
 * @param least the smallest one that there is of it
 * @param most as it is wanted
 */
public record Need(Rank rank, long least, long most) {}
