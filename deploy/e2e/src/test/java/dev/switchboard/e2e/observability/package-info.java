/** What tells operators how the suite is: metrics, dashboards, alerts, traces and logs. */
@NullMarked
package dev.switchboard.e2e.observability;

import org.jspecify.annotations.NullMarked;
