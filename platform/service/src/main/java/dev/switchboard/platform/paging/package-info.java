/** Key-set paging. */
@NullMarked
package dev.switchboard.platform.paging;

import org.jspecify.annotations.NullMarked;
