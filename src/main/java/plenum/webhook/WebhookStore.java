package plenum.webhook;

import java.util.List;

/** Keeps webhooks from one run of the server to the next. Thread-safe. */
public interface WebhookStore {

  /** Every webhook that is kept. */
  List<Webhook> all();

  /**
   * Keeps a new one before it returns.
   *
   * @throws plenum.records.RecordsRefused {@code records-unavailable} when that is not possible
   */
  void add(Webhook webhook);

  /**
   * Keeps its address and events before it returns; does nothing for one that is not kept.
   *
   * @throws plenum.records.RecordsRefused {@code records-unavailable} when that is not possible
   */
  void change(Webhook webhook);

  /**
   * Keeps it no longer, before it returns; does nothing for one that is not kept.
   *
   * @throws plenum.records.RecordsRefused {@code records-unavailable} when that is not possible
   */
  void remove(String id);
}
