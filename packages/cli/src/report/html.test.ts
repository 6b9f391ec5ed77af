import { describe, expect, test } from "vitest";
import { html, trusted } from "./html.ts";

describe("html", () => {
  test("escapes every value that is not itself HTML", () => {
    expect(html`<p title="${'"'}">${"<script>&'"}</p>`.html).toBe('<p title="&quot;">&lt;script&gt;&amp;&#39;</p>');
  });

  test("keeps pieces and lists of pieces as they are", () => {
    expect(
      html`<ul>
        ${["a<", "b"].map((each) => html`<li>${each}</li>`)}
      </ul>`.html,
    ).toBe("<ul><li>a&lt;</li><li>b</li></ul>");
    expect(html`${trusted("<b>")}${null}${3}`.html).toBe("<b>3");
  });
});
