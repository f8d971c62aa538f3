package dev.switchboard.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.testing.GatewayTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest extends GatewayTest {
  private static final String CSS = "/assets/probe-5e6f7a8b.css";
  private static final String SMALL = "/assets/probe-1a2b3c4d.js";
  private static final String BROWSER_ACCEPTS = "text/html,application/xhtml+xml,*/*;q=0.8";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/sign-in",
        "/users",
        "/users/42",
        "/join",
        "/a/b/c?x=1",
        "/apiary",
        "/caf%C3%A9"
      })
  @DisplayName("A browser gets the start page at every address of the console")
  void deepLinksOpen(String path) throws Exception {
    HttpResponse<String> answer = get(path).header("Accept", BROWSER_ACCEPTS).send();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.body()).contains("<div id=\"root\">");
  }

  @Test
  @DisplayName("A client that names no types gets the page; one that wants JSON gets a problem")
  void pageIsForThoseWhoTakeIt() throws Exception {
    assertThat(get("/users").status()).isEqualTo(200);
    get("/users").header("Accept", "application/json").expectProblem(404, "resource.not-found");
    get("/users").header("Accept", "no type").expectProblem(404, "resource.not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/assets/missing-1a2b3c4d.js", "/assets", "/assets/", "/assets/index.html"})
  @DisplayName("A missing asset is not answered with the page")
  void missingAssetIsNotFound(String path) throws Exception {
    get(path).header("Accept", BROWSER_ACCEPTS).expectProblem(404, "resource.not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../index.html",
        "/assets/%2e%2e/application.yaml",
        "/..%2fapplication.yaml",
        "/assets//probe-1a2b3c4d.js",
        "/%5c..%5capplication.yaml"
      })
  @DisplayName("No spelling of an address leaves the console's files")
  void noSpellingLeavesTheFiles(String path) throws Exception {
    get(path).header("Accept", BROWSER_ACCEPTS).expectProblem(400, "request.malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/application.yaml", "/static/index.html", "/BOOT-INF/classes/application.yaml"})
  @DisplayName("Only the console's files are served from the jar")
  void otherFilesAreNotServed(String path) throws Exception {
    assertThat(get(path).header("Accept", BROWSER_ACCEPTS).send().body())
        .contains("<div id=\"root\">");
    get(path).header("Accept", "text/plain").expectProblem(404, "resource.not-found");
  }

  @Test
  @DisplayName("Assets are kept for ever: their names change with their content")
  void assetsAreKept() throws Exception {
    HttpResponse<String> answer = get(SMALL).send();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/javascript;charset=UTF-8");
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValue("max-age=31536000, public, immutable");
    assertThat(answer.body()).startsWith("export const probe");
  }

  @Test
  @DisplayName("Text is sent compressed to whoever takes it, with an ETag of its own")
  void textIsCompressed() throws Exception {
    HttpResponse<String> plain = get(CSS).send();
    HttpResponse<byte[]> zipped = bytes(CSS, "br, gzip;q=0.9");
    assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(zipped.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(plain.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(zipped.headers().firstValueAsLong("Content-Length")).hasValue(zipped.body().length);
    assertThat(zipped.body().length).isLessThan(plain.body().length() / 2);
    assertThat(unzip(zipped.body())).isEqualTo(plain.body());
    assertThat(zipped.headers().firstValue("ETag"))
        .isPresent()
        .isNotEqualTo(plain.headers().firstValue("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"br", "identity", "gzip;q=0", "gzip; q=0.000", "gzipped", "br, gzip;q=0, *", ""})
  @DisplayName("Whoever takes no gzip gets none")
  void noGzipForOthers(String encodings) throws Exception {
    assertThat(bytes(CSS, encodings).headers().firstValue("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "deflate,gzip", "gzip ;q=0.1", "br;q=0, gzip"})
  @DisplayName("Whoever takes gzip gets it, however it is written")
  void gzipForAllSpellings(String encodings) throws Exception {
    assertThat(bytes(CSS, encodings).headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  @Test
  @DisplayName("What is too small to gain is sent as it is")
  void smallFilesAreNotCompressed() throws Exception {
    assertThat(bytes(SMALL, "gzip").headers().firstValue("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", CSS})
  @DisplayName("What the browser has is a 304 with the same caching")
  void knownFileIsNotModified(String path) throws Exception {
    HttpResponse<String> first = get(path).header("Accept", "*/*").send();
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        get(path).header("Accept", "*/*").header("If-None-Match", tag).send();
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).hasValue(tag);
    assertThat(again.headers().firstValue("Cache-Control"))
        .isEqualTo(first.headers().firstValue("Cache-Control"));
    assertThat(get(path).header("Accept", "*/*").header("If-None-Match", "\"old\"").status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("HEAD tells the same without a body")
  void headHasNoBody() throws Exception {
    HttpResponse<String> whole = get(CSS).send();
    HttpResponse<String> head = call("HEAD", CSS).send();
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : new String[] {"ETag", "Content-Type", "Cache-Control", "Content-Length"}) {
      assertThat(head.headers().firstValue(name)).isEqualTo(whole.headers().firstValue(name));
    }
  }

  @Test
  @DisplayName("The console's addresses take no changes")
  void changesAreRefused() throws Exception {
    post("/").expectProblem(405, "request.method");
    post("/users").expectProblem(405, "request.method");
    post("/assets/x").expectProblem(404, "resource.not-found");
  }

  private HttpResponse<byte[]> bytes(String path, String encodings) throws Exception {
    return BROWSER.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept-Encoding", encodings)
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String unzip(byte[] zipped) throws Exception {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
