/**
 * Proves after journeys and fault runs that what the product promises holds in all databases,
 * topics and the mailbox. The invariants' names (I1 …) are those of the quality document.
 */
@NullMarked
package dev.switchboard.e2e.audit;

import org.jspecify.annotations.NullMarked;
