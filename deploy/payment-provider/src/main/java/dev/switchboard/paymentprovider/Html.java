package dev.switchboard.paymentprovider;

import java.util.Locale;

/** The frame of all pages. */
final class Html {
  private static final String NOTICE =
      "This is a payment provider for development. No real money is moved, and real cards are refused.";

  private Html() {}

  /** A page; the content is HTML already. */
  static String page(String title, String content) {
    return """
    <!doctype html><html lang=en><meta charset=utf-8>
    <meta name=viewport content="width=device-width,initial-scale=1"><title>%1$s</title>
    <style>
    body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#151515;background:#fff}
    h1{font-size:1.5rem} h2{font-size:1.15rem;margin-top:2rem}
    .notice{background:#fff4cc;border:1px solid #b98412;border-radius:6px;padding:.6rem 1rem}
    .problem{background:#fbe6e6;border:1px solid #b1380b;border-radius:6px;padding:.6rem 1rem}
    label{display:block;font-weight:600;margin-top:1rem} input{font:inherit;padding:.5rem .6rem;border:1px solid #6a6e73;border-radius:6px;width:100%%;max-width:20rem;box-sizing:border-box}
    .hint{color:#4d5258;font-size:.9rem;margin:.2rem 0}
    button{font:inherit;padding:.5rem 1.2rem;border:1px solid #06c;border-radius:6px;background:#06c;color:#fff;margin:1.2rem .8rem 0 0;cursor:pointer}
    button.second{background:#fff;color:#06c} :focus-visible{outline:3px solid #06c;outline-offset:2px}
    table{border-collapse:collapse;width:100%%} th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #d2d2d2;vertical-align:top}
    td code{white-space:nowrap}
    </style>
    <main><h1>%1$s</h1>
    <p class=notice>%2$s</p>
    %3$s</main></html>
    """
        .formatted(escape(title), NOTICE, content);
  }

  /** The test cards and what each does. */
  static String testCards() {
    StringBuilder rows = new StringBuilder();
    for (TestCard card : TestCard.values()) {
      rows.append(
          "<tr><td><code>%s</code><td>%s<td>%s\n"
              .formatted(
                  card.number().replaceAll("(.{4})(?!$)", "$1 "),
                  escape(card.brand()),
                  escape(card.behaviour())));
    }
    return """
    <h2 id=cards>Test cards</h2>
    <table aria-labelledby=cards><thead><tr><th scope=col>Number<th scope=col>Brand<th scope=col>What it does
    <tbody>
    %s</table>
    <p>Any month to come is good as expiry, and any three digits as security code.</p>
    """
        .formatted(rows);
  }

  /** An amount for people, such as 12.34 USD. */
  static String money(long amount, String currency) {
    return "%d.%02d %s".formatted(amount / 100, amount % 100, currency.toUpperCase(Locale.ROOT));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
