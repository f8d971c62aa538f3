package dev.switchboard.billing.pricelist;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The price lists of this installation.
 *
 * @param priceLists all that ever applied, and those to come
 */
@ConfigurationProperties("switchboard")
record PriceListProperties(List<PriceList> priceLists) {}
