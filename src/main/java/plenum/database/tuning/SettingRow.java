package plenum.database.tuning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a setting was changed to. */
@Entity
@Table(name = "setting")
public class SettingRow {

  @Id
  @Column(name = "name")
  private String name;

  @Column(name = "text")
  private String text;

  protected SettingRow() {}

  SettingRow(String name, String text) {
    this.name = name;
    this.text = text;
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }
}
