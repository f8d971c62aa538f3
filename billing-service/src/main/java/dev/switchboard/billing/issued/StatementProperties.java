package dev.switchboard.billing.issued;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When statements are issued.
 *
 * @param runEvery between two runs
 * @param grace how long after a period has begun its statement is issued, for what is on its way
 */
@ConfigurationProperties("switchboard.statements")
record StatementProperties(Duration runEvery, Duration grace) {}
