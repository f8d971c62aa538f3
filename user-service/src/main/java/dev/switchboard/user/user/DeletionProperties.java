package dev.switchboard.user.user;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of deletions (D6).
 *
 * @param undo how long a deletion can be undone; then the person's data are erased
 */
@ConfigurationProperties("switchboard.deletion")
record DeletionProperties(@DefaultValue("72h") Duration undo) {}
