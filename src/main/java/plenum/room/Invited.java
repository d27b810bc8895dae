package plenum.room;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.identity.PersonId;

/**
 * Who may come into a room where not everybody may.
 *
 * @param groups by their names, as accounts have them
 */
public record Invited(List<NamedPerson> persons, List<String> groups) {

  public static final Invited NOBODY = new Invited(List.of(), List.of());

  public Invited {
    persons = List.copyOf(persons);
    groups = List.copyOf(groups);
  }

  Invited without(PersonId person) {
    return new Invited(
        persons.stream().filter(one -> !one.person().equals(person)).toList(), groups);
  }

  Set<PersonId> ids() {
    return persons.stream().map(NamedPerson::person).collect(Collectors.toSet());
  }
}
