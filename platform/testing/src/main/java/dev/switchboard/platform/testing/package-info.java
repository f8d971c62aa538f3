/** Real PostgreSQL, Kafka and SMTP for tests, and the checks that every service runs. */
@NullMarked
package dev.switchboard.platform.testing;

import org.jspecify.annotations.NullMarked;
