package dev.switchboard.billing.pricelist;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.republish.Republished;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells price lists again (ADR 26), those of a currency in the order of their versions: the topic
 * keeps the last one. An id is the currency and the version, such as {@code USD/0000000001}.
 */
@Component
class RepublishPriceLists implements Republished {
  private static final String ID =
      "(currency || '/' || lpad(version::text, 10, '0')) collate \"C\"";

  private final JdbcClient jdbc;
  private final PriceLists priceLists;

  RepublishPriceLists(JdbcClient jdbc, PriceLists priceLists) {
    this.jdbc = jdbc;
    this.priceLists = priceLists;
  }

  @Override
  public String topic() {
    return PublishPriceLists.TOPIC;
  }

  @Override
  public List<String> next(@Nullable String after, int limit) {
    return jdbc.sql("select %1$s from price_list where %1$s > ? order by 1 limit ?".formatted(ID))
        .params(after == null ? "" : after, limit)
        .query(String.class)
        .list();
  }

  /** A list never changes: there is nothing to be locked. */
  @Override
  public Optional<OutgoingEvent> lock(String id) {
    int slash = id.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("a price list has an id such as USD/0000000001");
    }
    return priceLists
        .find(id.substring(0, slash), Long.parseLong(id.substring(slash + 1)))
        .map(PublishPriceLists::toEvent);
  }
}
