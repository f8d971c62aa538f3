/** How fast statements are issued (E8). */
@NullMarked
package dev.switchboard.bench.statement;

import org.jspecify.annotations.NullMarked;
