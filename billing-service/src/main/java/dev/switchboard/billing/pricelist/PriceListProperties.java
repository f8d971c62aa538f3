package dev.switchboard.billing.pricelist;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The price lists of this installation.
 *
 * @param priceLists all that ever applied, and those to come; per currency a higher version applies
 *     from a later day on, else the start is refused
 */
@ConfigurationProperties("switchboard")
record PriceListProperties(List<PriceList> priceLists) {

  PriceListProperties {
    priceLists = priceLists.stream().sorted(Comparator.comparingLong(PriceList::version)).toList();
    Map<String, PriceList> latest = new HashMap<>();
    for (PriceList list : priceLists) {
      PriceList before = latest.put(list.currency(), list);
      if (before != null
          && (before.version() == list.version()
              || !before.effectiveFrom().isBefore(list.effectiveFrom()))) {
        throw new IllegalArgumentException(
            "price list %s version %d must apply from a later day than version %d"
                .formatted(list.currency(), list.version(), before.version()));
      }
    }
  }
}
