package dev.switchboard.user.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reading the log (H2). How long entries are kept is {@code
 * switchboard.audit.retention-days}, which only the database's owner can change (400).
 *
 * @param counted up to how many entries a page's total counts
 * @param exported most entries of an export
 */
@ConfigurationProperties("switchboard.audit")
record AuditProperties(@DefaultValue("10000") int counted, @DefaultValue("100000") int exported) {}
