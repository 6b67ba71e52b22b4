/**
 * Svelte's settings for every workspace.
 * @type {import("@sveltejs/vite-plugin-svelte").SvelteConfig}
 */
export default {
  compilerOptions: {
    runes: true,
    // Svelte's own default hashes the file's absolute path, so that two checkouts build different files.
    cssHash: ({ hash, name, css }) => `p-${hash(name + css)}`,
  },
};
