import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { createQueryClient } from './api/query-client.ts'
import { watchSession } from './api/session-watch.ts'
import { createAppRouter } from './app/router.tsx'
import { untilDrawable } from './app/until-drawable.ts'
import './ui/tokens.css'
import './ui/base.css'

// Set by Vite: true in mock builds only, so that a production build drops the import and all behind it.
declare const __MOCK_API__: boolean

// Nothing is awaited at the top: a chunk that imports from this one would wait for this module to end.
async function start() {
  if (__MOCK_API__) {
    const { startMockApi } = await import('../mocks/browser.ts')
    await startMockApi()
  }
  const queryClient = createQueryClient()
  watchSession(queryClient)
  const router = createAppRouter(queryClient)
  await untilDrawable(router, queryClient)
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html must contain #root')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
