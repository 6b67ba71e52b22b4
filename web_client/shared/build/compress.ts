/** What a build leaves is compressed once, as well as can be: the server only picks what a browser takes. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import type { Plugin } from "vite";

/** Fonts and pictures are compressed by nature. */
const TEXT = /\.(?:js|css|svg|json|webmanifest)$/;
/** Smaller files fit into one packet anyway. */
const LEAST_BYTES = 1_024;

/** The same bytes in fewer, by the ending of the file that holds them; the server knows them by these names. */
const ways: Readonly<Record<string, (text: Uint8Array) => Uint8Array>> = {
  br: (text) =>
    brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gz: (text) => gzipSync(text, { level: constants.Z_BEST_COMPRESSION }),
};

/** @param assets the folder of scripts and styles, in dist/ */
export function compressed(assets: string): Plugin {
  let folder = "";
  return {
    name: "palabra-compressed",
    apply: "build",
    configResolved(config) {
      folder = join(config.root, config.build.outDir, assets);
    },
    closeBundle() {
      for (const name of readdirSync(folder).filter((each) => TEXT.test(each))) {
        const text = readFileSync(join(folder, name));
        if (text.length < LEAST_BYTES) continue;
        for (const [ending, compress] of Object.entries(ways)) {
          const fewer = compress(text);
          if (fewer.length < text.length) writeFileSync(join(folder, `${name}.${ending}`), fewer);
        }
      }
    },
  };
}
