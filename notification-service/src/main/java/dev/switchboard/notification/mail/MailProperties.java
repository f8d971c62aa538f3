package dev.switchboard.notification.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails are queued and retried (J2).
 *
 * @param senders how many mails are under way at once in one instance
 * @param lease how long a mail belongs to the instance that sends it
 * @param poll how often the queue is looked at without being woken
 * @param firstPause before the second try; each further pause is twice as long
 * @param longestPause between two tries
 * @param giveUpAfter a mail fails when no server took it for so long
 * @param longestOutagePause between two looks at a server that is down
 */
@ConfigurationProperties("switchboard.mail")
public record MailProperties(
    int senders,
    Duration lease,
    Duration poll,
    Duration firstPause,
    Duration longestPause,
    Duration giveUpAfter,
    Duration longestOutagePause) {}
