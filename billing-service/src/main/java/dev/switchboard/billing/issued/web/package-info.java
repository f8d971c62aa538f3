/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.billing.issued.web;

import org.jspecify.annotations.NullMarked;
