import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** SvelteKit's route announcer carries an inline style; this hash allows that one and no other. */
const ANNOUNCER_STYLE = "'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='";

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ out: process.env.PORTAL_OUT ?? 'build', precompress: true }),
    outDir: process.env.PORTAL_WORK ?? '.svelte-kit',
    // The small style sheets of components travel in the page: each would be a question of its own to a far server.
    inlineStyleThreshold: 6_000,
    // The service worker is started by the page when it is at rest.
    serviceWorker: { register: false },
    // Known when the portal is built: a proxy that serves us below a path needs a build with BASE_PATH.
    // Absolute, because one shell serves pages at every depth when there is no network.
    paths: { base: process.env.BASE_PATH ?? '', relative: false },
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-hashes', ANNOUNCER_STYLE.slice(1, -1)],
        'img-src': ['self', 'data:'],
        'connect-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
        // Markup only from the templates that were compiled; addresses of programs by src/hooks.client.ts.
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'default'],
      },
    },
  },
};
