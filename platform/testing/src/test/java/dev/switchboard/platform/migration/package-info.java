/** Migrations that an old and a new version can live with side by side (ADR 27). */
@NullMarked
package dev.switchboard.platform.migration;

import org.jspecify.annotations.NullMarked;
