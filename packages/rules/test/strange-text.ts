import fc from "fast-check";

/** Texts with whatever trips a printer: quotes, brackets, marks of Markdown, Mermaid and XML, keywords, other scripts. */
export const strangeText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."end|subgraph|style a:b#1;|classDef x:#2|%%{init}%%|%% no|```|`code`|**bold**|[link](x)|<b>|&amp;|#quot;|#35;|\"|'".split(
          "|",
        ),
        ..."|]|[|(|)|{|}|\\|\n|\t|--> |:::no|;|$1|_a_|~~|1.|-|+|é|ß|日本語|🙂|اختبار|\u0000|\u2028|\uFFFE|averyveryverylongwordthathasnoplacetobreakanywhere".split(
          "|",
        ),
      ),
      fc.string({ maxLength: 6, unit: "grapheme" }),
      fc.lorem({ maxCount: 3 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(" "))
  .filter((text) => text.trim() !== "");
