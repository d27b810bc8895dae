package plenum.presence;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.store.Entry;
import plenum.store.ListFormat;

/**
 * How somebody was called who may come back.
 *
 * @param day when that one was last here, in UTC; days, so that nothing is written when somebody
 *     comes twice a day
 */
public record KeptName(PersonId person, DisplayName name, LocalDate day) {

  public KeptName {
    Objects.requireNonNull(person, "a name is somebody's");
    Objects.requireNonNull(name, "a name that is kept is there");
    Objects.requireNonNull(day, "somebody was here some day");
  }

  /** In the file of names of earlier versions, {@code {"person","name","day"}}. */
  static final ListFormat<KeptName> FORMAT =
      new ListFormat<>() {

        @Override
        public KeptName read(Entry entry) {
          return new KeptName(
              new PersonId(entry.text("person")),
              DisplayName.of(entry.text("name")),
              LocalDate.parse(entry.text("day")));
        }

        @Override
        public Set<String> keys(KeptName kept) {
          return Set.of("person " + kept.person().value(), "name " + kept.name().key());
        }
      };
}
