/** The figures, the machine they are from, and how both are printed. */
@NullMarked
package dev.switchboard.bench.report;

import org.jspecify.annotations.NullMarked;
