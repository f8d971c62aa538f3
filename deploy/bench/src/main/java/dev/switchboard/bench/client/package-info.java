/** Speaks to the gateway at little cost to the machine that is measured. */
@NullMarked
package dev.switchboard.bench.client;

import org.jspecify.annotations.NullMarked;
