package dev.switchboard.bench.load;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * People with names from many countries. The same seed and ordinal is always the same person, so
 * that a list can be walked several times without being kept.
 */
public final class People {
  private static final List<String> FIRST_NAMES =
      words(
          """
          Ada José Łukasz Zoë Björn Chloé Nguyễn Siobhán Ömer Ünal Søren Ana María Jean-Pierre Þóra Mehmet Yuki 美咲
          Οδυσσέας Ольга Мария Иван יעל محمد فاطمة Aarav Diya Priya Rahul Wei Xiu Min-jun Seo-yeon Kwame Ama Chidi
          Ngozi Amara Thabo Lerato Oluwaseun Fatou Ibrahim Amina Hassan Leila Noor Omar Élise François Renée Gaël Inês
          João Luís Conceição Thiago Beatriz Mateo Valentina Camila Santiago Sofía Iñaki Nerea Aoife Niamh Eoin Rhys
          Cerys Angus Fiona Oliver Emma Liam Noah Olivia James Mary Robert Patricia Michael Linda David Susan Tāne Aroha
          Sina Tevita Malia Keoni Åsa Håkan Jörg Käthe Günther Zdeněk Jiřina Ondřej Žofia Agnieszka Paweł Krzysztof
          Ilinca Ștefan Gheorghe Dragoş Ljiljana Đorđe Čedomir Vesna Ágnes László Zsófia Kristjan Õnne Jānis Līga
          Vytautas Giedrė Andrii Оксана Giorgi Nino Arman Anahit Farhad Shirin Aziza Timur Batbayar Somchai Malee Thuy
          """);
  private static final List<String> LAST_NAMES =
      words(
          """
          Okafor Ngata O’Brien García Fernández Nuñez Müller Schröder Weiß Łukasiewicz Kowalczyk Dvořák Novák Ångström
          Sjöberg Ødegård Sørensen Þorsteinsdóttir Nagy Kovács Horváth Popescu Ionescu Petrović Đukić Ivanov Петрова
          Шевченко Παπαδόπουλος Yılmaz Öztürk Çelik Haddad Khoury Nasser الحسن כהן Cohen Levi Singh Patel Sharma Iyer
          Banerjee Khan Rahman Silva Santos Ferreira Conceição Gonçalves Araújo Tanaka Suzuki 佐藤 Watanabe Kim Park Lee
          Choi Wang Li Zhang Chen Liu Nguyễn Trần Phạm Lê Santosa Wijaya Suharto Reyes Cruz Bautista Mensah Owusu Diallo
          Traoré Keïta Ndiaye Mbeki Dlamini Nkosi Achebe Adeyemi Okonkwo Abebe Tesfaye Mwangi Wanjiru Kamau Smith
          Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Martin Jackson Thompson White
          Dubois Lefèvre Moreau Rossi Esposito Bianchi Ricci D’Angelo Vermeulen Jansen Bakker Peeters Mäkinen Virtanen
          Korhonen Kask Tamm Bērziņš Kazlauskas Fitzgerald Murphy Byrne Llewellyn MacDonald Begay Tsosie Kealoha Tama
          """);
  private static final List<String> LANGUAGES = List.of("en", "en", "en", "es", "fr", "de");
  private static final Instant FIRST_DAY = Instant.parse("2025-01-06T08:00:00Z");
  private static final long SECONDS_BETWEEN = 41;

  private final long seed;

  /** All people of this seed. */
  public People(long seed) {
    this.seed = seed;
  }

  /** The person with this number, counted from 0. */
  public Person get(int ordinal) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003L + ordinal);
    Instant created = FIRST_DAY.plusSeconds(SECONDS_BETWEEN * ordinal);
    String first = pick(FIRST_NAMES, random);
    String last = pick(LAST_NAMES, random);
    String email =
        "%s.%s.%d@example-%02d.example"
            .formatted(ascii(first), ascii(last), ordinal, random.nextInt(100));
    int fate = random.nextInt(100);
    String state = fate < 88 ? "ACTIVE" : fate < 92 ? "SUSPENDED" : "INVITED";
    int choice = random.nextInt(100);
    String plan = choice < 60 ? "BASIC" : choice < 90 ? "PLUS" : "PRO";
    String number = random.nextInt(100) < 70 ? "+1%03d%07d".formatted(201, ordinal) : null;
    String bridge = "%010d".formatted(1_000_000_000L + random.nextLong(8_999_999_999L));
    return new Person(
        id(created, random),
        first,
        last,
        email,
        state,
        plan,
        pick(LANGUAGES, random),
        number,
        bridge,
        created);
  }

  /** A UUID of version 7, so that it falls into the indexes as those of the service do. */
  static UUID id(Instant time, SplittableRandom random) {
    long high = (time.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
    long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }

  private static String ascii(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z]", "");
    return plain.isEmpty() ? "p" : plain;
  }

  private static <T> T pick(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
