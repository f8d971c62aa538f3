package dev.switchboard.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  @DisplayName("The median is the middle value, whatever the order")
  void median() {
    assertThat(Statistics.median(9, 1, 5)).isEqualTo(5);
    assertThat(Statistics.median(4, 1, 3, 2)).isEqualTo(2.5);
    assertThat(Statistics.median(7)).isEqualTo(7);
  }

  @Test
  @DisplayName("A percentile is a value that was measured: the nearest rank")
  void percentile() {
    double[] hundred = IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();
    assertThat(Statistics.percentile(99, hundred)).isEqualTo(99);
    assertThat(Statistics.percentile(50, hundred)).isEqualTo(50);
    assertThat(Statistics.percentile(100, hundred)).isEqualTo(100);
    assertThat(Statistics.percentile(0.001, hundred)).isEqualTo(1);
    assertThat(Statistics.percentile(99, 3, 1, 2)).isEqualTo(3);
  }

  @Test
  @DisplayName("The samples stay as they were")
  void unchanged() {
    double[] samples = {3, 1, 2};
    Statistics.median(samples);
    Statistics.percentile(50, samples);
    assertThat(samples).containsExactly(3, 1, 2);
  }

  @Test
  @DisplayName("Without samples there is no figure")
  void nothing() {
    assertThatThrownBy(Statistics::median).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Statistics.percentile(99))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Statistics.percentile(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
