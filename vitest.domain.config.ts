import { defineConfig } from 'vitest/config'

/** For mutation testing: the domain's own tests, without the plugins that only a browser needs. */
export default defineConfig({ test: { include: ['src/domain/**/*.test.ts'], environment: 'node' } })
