/** Container images of all programs by one definition, as OCI archives, without an engine. */
@NullMarked
package dev.switchboard.image;

import org.jspecify.annotations.NullMarked;
