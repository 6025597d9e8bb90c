import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { ProxyOptions } from 'vite';
import { defineConfig } from 'vitest/config';

const host = process.env.TBOS_URL ?? 'http://127.0.0.1:5080';

/** The host answers only to its own name and origin. */
const proxied: ProxyOptions = {
  target: host,
  changeOrigin: true,
  configure: (proxy) => proxy.on('proxyReq', (request) => request.removeHeader('origin')),
};

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    // The policy allows no data: fonts and no inlined scripts, so every asset stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What pages share is loaded first in any case: in one piece it packs better than in five.
    rolldownOptions: { output: { advancedChunks: { groups: [{ name: 'house', test: /node_modules\/(?!lucide)|src\/(lib|components)\// }] } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': proxied, '/plugins': proxied },
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
  },
});
