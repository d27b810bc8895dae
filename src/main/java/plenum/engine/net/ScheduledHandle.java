package plenum.engine.net;

/** Something that a {@link MediaLoop} will run. */
public interface ScheduledHandle {

  /** Makes it not run (again); without effect when it has run. Any thread. */
  void cancel();
}
