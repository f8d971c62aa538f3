/** The HTTP side of the feature. */
@NamedInterface("web")
@NullMarked
package dev.switchboard.billing.preview.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
