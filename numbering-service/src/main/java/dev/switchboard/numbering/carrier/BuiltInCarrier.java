package dev.switchboard.numbering.carrier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A carrier for development and demonstration: its stock is the numbers NPA-555-0100 to 0199, which
 * the North American Numbering Plan keeps for fiction, of many area codes.
 */
@Component
class BuiltInCarrier implements Carrier {
  private static final int NUMBERS_PER_AREA = 100;
  private static final int SEED = 555_01;

  private final List<AvailableNumber> stock;
  private final Map<String, AvailableNumber> byNumber;
  private final Set<String> countries;

  BuiltInCarrier() {
    this.stock = readStock();
    this.byNumber =
        stock.stream().collect(Collectors.toMap(AvailableNumber::number, Function.identity()));
    this.countries =
        stock.stream().map(AvailableNumber::country).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Set<String> countries() {
    return Collections.unmodifiableSet(countries);
  }

  @Override
  public List<AvailableNumber> search(NumberSearch search) {
    return stock.stream().filter(number -> fits(number, search)).toList();
  }

  @Override
  public boolean order(String number) {
    return byNumber.containsKey(number);
  }

  private static boolean fits(AvailableNumber number, NumberSearch search) {
    String national = number.number().substring(2);
    String areaCode = search.areaCode();
    String contains = search.contains();
    return number.country().equals(search.country())
        && (areaCode == null || national.startsWith(areaCode))
        && (contains == null || national.contains(contains));
  }

  /** Mixed, so that people who pick from the top do not all want the same. */
  private static List<AvailableNumber> readStock() {
    List<AvailableNumber> numbers = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new ClassPathResource("area-codes.csv").getInputStream(),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> addArea(numbers, line.split(",")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.shuffle(numbers, new Random(SEED));
    return List.copyOf(numbers);
  }

  private static void addArea(List<AvailableNumber> numbers, String[] area) {
    for (int i = 0; i < NUMBERS_PER_AREA; i++) {
      numbers.add(
          new AvailableNumber("+1%s55501%02d".formatted(area[0], i), area[2], area[3], area[1]));
    }
  }
}
