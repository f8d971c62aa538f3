/** Proof that a change comes from the product's own pages (architecture 4). */
@NullMarked
package dev.switchboard.gateway.csrf;

import org.jspecify.annotations.NullMarked;
