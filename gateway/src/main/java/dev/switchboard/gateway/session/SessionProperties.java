package dev.switchboard.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the answer to a token exchange is used.
 *
 * @param entries at most, in memory
 * @param margin before the tokens' end at which a new exchange is made
 * @param longest an answer is used in any case
 * @param unknown how long it is remembered that there is no such session
 * @param withoutEvents how long an answer is used while session ends do not arrive
 * @param feedSilence after how long without contact to Kafka they count as not arriving
 * @param endsKept how long an end is remembered; longer than tokens live
 */
@ConfigurationProperties("switchboard.gateway.session")
record SessionProperties(
    @DefaultValue("50000") long entries,
    @DefaultValue("10s") Duration margin,
    @DefaultValue("60s") Duration longest,
    @DefaultValue("1s") Duration unknown,
    @DefaultValue("5s") Duration withoutEvents,
    @DefaultValue("3s") Duration feedSilence,
    @DefaultValue("2m") Duration endsKept) {}
