import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** What dmn-js showed of one part of a document. */
export type Shown = {
  readonly kind: string;
  readonly id: string;
  readonly rows: number;
  readonly shapes: number;
  readonly lines: number;
};

/** A document as dmn-js opened it: every warning, and every part. */
export type Viewing = { readonly warnings: readonly string[]; readonly shown: readonly Shown[] };

type Warned = { readonly warnings?: readonly { readonly message: string }[] };
type View = { readonly type: string; readonly element: { readonly id: string } };
type Viewer = {
  readonly importXML: (xml: string, options: { readonly open: boolean }) => Promise<Warned>;
  readonly getViews: () => readonly View[];
  readonly open: (view: View) => Promise<Warned>;
};
type Page = {
  readonly eval: (script: string) => void;
  readonly document: { querySelectorAll: (selector: string) => { readonly length: number } };
  readonly DmnJS: new (options: { readonly container: unknown }) => Viewer;
};

/** Opens a document in dmn-js's viewer, and in it the diagram, every table and every expression, one after the other. */
export const viewDmn = async (xml: string): Promise<Viewing> => {
  const page = pageWithDmnJs();
  const viewer = new page.DmnJS({ container: "#page" });
  const warnings = messagesOf(await viewer.importXML(xml, { open: false }));
  const shown: Shown[] = [];
  for (const view of viewer.getViews()) {
    warnings.push(...messagesOf(await viewer.open(view)));
    const count = (selector: string): number => page.document.querySelectorAll(selector).length;
    shown.push({
      kind: view.type,
      id: view.element.id,
      rows: count("tbody tr"),
      shapes: count(".djs-shape"),
      lines: count(".djs-connection"),
    });
  }
  return { warnings, shown };
};

const messagesOf = ({ warnings = [] }: Warned): string[] => warnings.map(({ message }) => message);

type Jsdom = {
  readonly JSDOM: new (html: string, options: object) => { readonly window: Page };
  readonly VirtualConsole: new () => object;
};

/** A page of its own whose console nobody hears: dmn-js greets there. */
const pageWithDmnJs = (): Page => {
  const { JSDOM, VirtualConsole } = require("jsdom") as Jsdom;
  const options = { runScripts: "outside-only", pretendToBeVisual: true, virtualConsole: new VirtualConsole() };
  const { window } = new JSDOM('<div id="page"></div>', options);
  window.eval(WITHOUT_LAYOUT);
  window.eval(readFileSync(require.resolve("dmn-js/dist/dmn-navigated-viewer.production.min.js"), "utf8"));
  return window;
};

/** jsdom lays nothing out: these are the parts of a browser that dmn-js asks for, each with an answer that changes nothing. */
const WITHOUT_LAYOUT = `
  const still = () => ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0, inverse: still, translate: still, scale: still, multiply: still });
  const transforms = { numberOfItems: 0, consolidate: () => null, clear() {}, appendItem() {}, initialize() {}, createSVGTransformFromMatrix: () => ({}) };
  const turn = () => ({ matrix: still(), setMatrix() {}, setTranslate() {}, setRotate() {}, setScale() {} });
  Object.assign(SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 0, height: 0 }),
    getScreenCTM: still,
    createSVGMatrix: still,
    createSVGTransform: turn,
  });
  window.SVGMatrix = class {};
  window.structuredClone = (value) => JSON.parse(JSON.stringify(value));
  Object.defineProperty(SVGElement.prototype, "transform", { get: () => ({ baseVal: transforms }) });
  HTMLCanvasElement.prototype.getContext = () => ({ measureText: (text) => ({ width: 7 * text.length }) });
`;
