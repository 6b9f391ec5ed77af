/** For those who write and read rule files: guides, flow charts, formatting, editor schemas and exports to other engines. */
export {};
