/** The yardsticks: the statements of user-service, sent by JDBC with nothing around them. */
@NullMarked
package dev.switchboard.bench.sql;

import org.jspecify.annotations.NullMarked;
