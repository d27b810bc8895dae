package plenum.database.devicetest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import plenum.database.OrderedId;
import plenum.devicetest.DeviceTest;
import plenum.devicetest.DeviceTest.Camera;
import plenum.devicetest.DeviceTest.Microphone;
import plenum.devicetest.DeviceTest.Speaker;
import plenum.identity.PersonId;

/** What a test of devices found. */
@Entity
@Table(name = "device_test")
public class DeviceTestRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "at")
  private Instant at;

  @Column(name = "person_id")
  private String personId;

  @Column(name = "person_name")
  private String personName;

  @Column(name = "browser")
  private String browser;

  @Column(name = "camera")
  private String camera;

  @Column(name = "camera_problem")
  private String cameraProblem;

  @Column(name = "width")
  private int width;

  @Column(name = "height")
  private int height;

  @Column(name = "frame_rate")
  private int frameRate;

  @Column(name = "microphone")
  private String microphone;

  @Column(name = "microphone_problem")
  private String microphoneProblem;

  @Column(name = "heard")
  private boolean heard;

  @Column(name = "speaker")
  private String speaker;

  @Column(name = "speaker_result")
  private String speakerResult;

  protected DeviceTestRow() {}

  DeviceTestRow(DeviceTest test) {
    this.id = OrderedId.next();
    this.at = test.at();
    this.personId = test.person().value();
    this.personName = test.name();
    this.browser = test.browser();
    this.camera = test.camera().label();
    this.cameraProblem = test.camera().problem();
    this.width = test.camera().width();
    this.height = test.camera().height();
    this.frameRate = test.camera().frameRate();
    this.microphone = test.microphone().label();
    this.microphoneProblem = test.microphone().problem();
    this.heard = test.microphone().heard();
    this.speaker = test.speaker().label();
    this.speakerResult = test.speaker().result();
  }

  DeviceTest test() {
    return new DeviceTest(
        new PersonId(personId),
        personName,
        at,
        browser,
        new Camera(camera, cameraProblem, width, height, frameRate),
        new Microphone(microphone, microphoneProblem, heard),
        new Speaker(speaker, speakerResult));
  }
}
