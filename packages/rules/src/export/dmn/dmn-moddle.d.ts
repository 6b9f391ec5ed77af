declare module "dmn-moddle" {
  /** An element of a document, as its meta-model describes it. */
  export type ModdleElement = { readonly $type: string; readonly [property: string]: unknown };

  /** A meta-model: the types of one XML namespace. */
  export type ModdlePackage = { readonly prefix: string; readonly uri: string; readonly types: readonly unknown[] };

  /** What was read from a text. */
  export type ReadDocument = {
    readonly rootElement: ModdleElement;
    readonly warnings: readonly { readonly message: string }[];
  };

  export class DmnModdle {
    /** @param packages - meta-models to use beside the known ones, or in place of one with the same key. */
    constructor(packages?: Readonly<Record<string, ModdlePackage>>);
    create(type: string, attributes: Readonly<Record<string, unknown>>): ModdleElement;
    getPackage(prefix: string): ModdlePackage;
    toXML(element: ModdleElement, options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
    fromXML(xml: string): Promise<ReadDocument>;
  }
}
