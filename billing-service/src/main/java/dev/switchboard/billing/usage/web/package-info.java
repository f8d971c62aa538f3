/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.billing.usage.web;

import org.jspecify.annotations.NullMarked;
