package dev.switchboard.numbering.carrier;

import dev.switchboard.numbering.value.E164;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * A carrier for development and demonstration: its stock is the numbers NPA-555-0100 to 0199, which
 * the North American Numbering Plan keeps for fiction, of the area codes in {@code area-codes.csv}.
 */
final class BuiltInCarrier implements Carrier {
  private static final int NUMBERS_PER_AREA = 100;
  private static final int SEED = 555_01;
  private static final int NATIONAL_START = 2;

  private final List<AvailableNumber> stock = readStock();
  private final Map<String, List<AvailableNumber>> byAreaCode =
      stock.stream().collect(Collectors.groupingBy(each -> each.number().areaCode()));
  private final Set<E164> numbers = new HashSet<>();
  private final Set<String> countries = new TreeSet<>();

  BuiltInCarrier() {
    stock.forEach(each -> {
      numbers.add(each.number());
      countries.add(each.country());
    });
  }

  @Override
  public String name() {
    return "BUILT_IN";
  }

  @Override
  public Set<String> countries() {
    return Collections.unmodifiableSet(countries);
  }

  @Override
  public List<AvailableNumber> search(NumberSearch search) {
    String areaCode = search.areaCode();
    List<AvailableNumber> candidates =
        areaCode == null ? stock : byAreaCode.getOrDefault(areaCode, List.of());
    return candidates.stream().filter(number -> fits(number, search)).toList();
  }

  @Override
  public boolean order(E164 number) {
    return numbers.contains(number);
  }

  /** Its numbers are for everybody and cost nothing, so that it has no need to know who has one. */
  @Override
  public void giveBack(E164 number) {}

  private static boolean fits(AvailableNumber number, NumberSearch search) {
    String contains = search.contains();
    String city = search.city();
    return number.country().equals(search.country())
        && (city == null || number.locality().regionMatches(true, 0, city, 0, city.length()))
        && (contains == null || number.number().value().indexOf(contains, NATIONAL_START) >= 0);
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
      E164 number = new E164("+1%s55501%02d".formatted(area[0], i));
      numbers.add(new AvailableNumber(number, area[2], area[3], area[1]));
    }
  }
}
