package plenum.signal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import plenum.quality.JoinProblems;
import plenum.quality.QualityBook;
import plenum.settings.QualitySettings;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.quality.QualityGreeting.Measuring;
import plenum.signal.quality.QualityMessage.ReportProblem;
import plenum.signal.quality.QualityMessage.ReportQuality;

/** Takes what pages measure, and tells them how often to. */
@ApplicationScoped
public class QualityPart implements Part {

  private QualityBook book;
  private JoinProblems problems;
  private QualitySettings settings;

  /** For the container's proxy only. */
  protected QualityPart() {}

  @Inject
  public QualityPart(QualityBook book, JoinProblems problems, QualitySettings settings) {
    this.book = book;
    this.problems = problems;
    this.settings = settings;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(ReportQuality.class, this::report), Act.of(ReportProblem.class, this::problem));
  }

  @Override
  public Optional<Record> greeting(Connection connection) {
    return Optional.of(new QualityGreeting(new Measuring(settings.every().toSeconds())));
  }

  private void report(Connection connection, ReportQuality message) {
    book.report(connection.actor(), new WantedReport(message).read(settings.every()));
    connection.done(message.request());
  }

  private void problem(Connection connection, ReportProblem message) {
    problems.report(connection.actor(), new WantedFailure(message).read());
    connection.done(message.request());
  }
}
