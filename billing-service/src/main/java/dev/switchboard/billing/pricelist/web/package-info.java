/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.billing.pricelist.web;

import org.jspecify.annotations.NullMarked;
