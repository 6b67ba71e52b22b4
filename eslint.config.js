import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

import svelteConfig from "./web_client/shared/build/svelte.js";

/** Forbids imports in one direction. */
const noImports = (files, group, message) => ({
  files,
  rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [{ group, message }] }] },
});

/** The folders of the faces, by workspace. */
const FACES = {
  web_client: ["observer", "podium", "screen", "seat"],
  moderator_console: ["console", "stage"],
};

/** Patterns of the imports that would reach into another face. */
const othersThan = (face) =>
  Object.values(FACES)
    .flat()
    .filter((other) => other !== face)
    .map((other) => `**/${other}/**`);

export default ts.config(
  { ignores: ["**/dist/", "**/node_modules/", ".venv/", ".cache/", "**/*.gen.ts"] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, extraFileExtensions: [".svelte"] },
    },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      // Numbers in sentences are what these pages are about.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // A switch over a wire type names every case: a new one then shows up here.
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  // Configuration in plain JavaScript belongs to no TypeScript project.
  { files: ["**/*.js"], ...ts.configs.disableTypeChecked },

  // Imports point one way: a face imports itself and @shared, which knows no face.
  noImports(
    ["web_client/shared/**"],
    ["**/src/**", "**/moderator_console/**", "@palabra/*"],
    "The shared library must not reach into a face.",
  ),
  ...Object.entries(FACES).flatMap(([workspace, faces]) =>
    faces.map((face) =>
      noImports(
        [`${workspace}/src/${face}/**`],
        ["**/web_client/**", "**/moderator_console/**", "@shared/../**", "@palabra/*", ...othersThan(face)],
        `The face ${face} imports itself and @shared only: what two faces use lies there.`,
      ),
    ),
  ),
);
