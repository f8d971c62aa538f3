package dev.switchboard.user.audit.web;

import dev.switchboard.platform.paging.Page;
import dev.switchboard.user.audit.AuditItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log.
 *
 * @param total of all pages, counted up to 10,000
 * @param next cursor of the next page, or null
 */
record AuditLogResponse(List<AuditItem> items, long total, @Nullable String next) {

  static AuditLogResponse of(Page<AuditItem> page) {
    return new AuditLogResponse(page.items(), page.total(), page.next());
  }
}
