import { createRequire } from "node:module";

/** What these tests use of an element of a document. */
export type DomElement = {
  readonly tagName: string;
  readonly textContent: string;
  readonly outerHTML: string;
  readonly firstElementChild: DomElement | null;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => DomElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
};

type Parsed = { readonly documentElement: DomElement; readonly body: DomElement };

type DomWindow = {
  readonly document: unknown;
  readonly DOMParser: new () => { readonly parseFromString: (text: string, type: string) => Parsed };
};

// jsdom comes without types, and the house compiles without those of a browser.
const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  readonly JSDOM: new () => { readonly window: DomWindow };
};

/** A browser's window, without a browser. */
export const domWindow = (): DomWindow => new JSDOM().window;
