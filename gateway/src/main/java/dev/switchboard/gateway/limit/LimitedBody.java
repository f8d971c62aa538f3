package dev.switchboard.gateway.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.Refusal;
import dev.switchboard.gateway.problem.RefusedBody;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** A request whose body stops at a size and a time; what fails in reading it is told apart. */
final class LimitedBody extends HttpServletRequestWrapper {
  private final long bytes;
  private final long nanos;
  private final Ticker ticker;

  LimitedBody(HttpServletRequest request, long bytes, long nanos, Ticker ticker) {
    super(request);
    this.bytes = bytes;
    this.nanos = nanos;
    this.ticker = ticker;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Limited(super.getInputStream());
  }

  private final class Limited extends ServletInputStream {
    private final ServletInputStream source;
    private final long end = ticker.read() + nanos;
    private long left = bytes;

    Limited(ServletInputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int count;
      try {
        count = source.read(to, offset, length);
      } catch (SocketTimeoutException slow) {
        throw slow(slow);
      } catch (IOException gone) {
        throw new RefusedBody(new Refusal(GatewayError.MALFORMED, "The body can't be read."), gone);
      }
      left -= Math.max(0, count);
      if (left < 0) {
        throw new RefusedBody(RequestLimits.tooLarge(bytes), null);
      }
      if (count >= 0 && ticker.read() - end > 0) {
        throw slow(null);
      }
      return count;
    }

    private static RefusedBody slow(@Nullable Exception cause) {
      return new RefusedBody(
          new Refusal(GatewayError.SLOW_BODY, "The body did not arrive in time."), cause);
    }

    @Override
    public boolean isFinished() {
      return source.isFinished();
    }

    @Override
    public boolean isReady() {
      return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      source.setReadListener(listener);
    }
  }
}
