package plenum.database.tuning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.tuning.SettingChange;

/** A change of a setting. */
@Entity
@Table(name = "setting_change")
public class SettingChangeRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "at")
  private Instant at;

  @Column(name = "person_id")
  private String personId;

  @Column(name = "person_name")
  private String personName;

  @Column(name = "name")
  private String name;

  @Column(name = "text_before")
  private String before;

  @Column(name = "text_after")
  private String after;

  @Column(name = "shown_before")
  private String was;

  @Column(name = "shown_after")
  private String became;

  protected SettingChangeRow() {}

  SettingChangeRow(SettingChange change) {
    this.id = change.id();
    this.at = change.at();
    this.personId = change.by().value();
    this.personName = change.name().value();
    this.name = change.setting();
    this.before = change.before().orElse(null);
    this.after = change.after().orElse(null);
    this.was = change.was();
    this.became = change.became();
  }

  SettingChange change() {
    return new SettingChange(
        id,
        at,
        new PersonId(personId),
        DisplayName.of(personName),
        name,
        Optional.ofNullable(before),
        Optional.ofNullable(after),
        was,
        became);
  }
}
