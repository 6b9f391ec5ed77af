import { describe, expect, test } from "vitest";
import { html, trusted } from "./html.ts";

describe("html", () => {
  test("escapes every value that is not itself HTML", () => {
    expect(html`<p title="${'"'}">${"<script>&'"}</p>`.html).toBe('<p title="&quot;">&lt;script&gt;&amp;&#39;</p>');
  });

  test("keeps pieces and lists of pieces as they are", () => {
    const items = ["a<", "b"].map((each) => html`<li>${each}</li>`);
    expect(html`<b>${items}</b>`.html).toBe("<b><li>a&lt;</li><li>b</li></b>");
    expect(html`${trusted("<b>")}${null}${3}`.html).toBe("<b>3");
  });
});
