import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Fragment, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { changeLanguage, useLanguage } from './data/change-language.ts'
import { queryClient } from './data/query.ts'
import { router } from './routes.tsx'
import './style.css'
import { language } from './text/language.ts'
import { t } from './text/t.ts'
import { Toasts } from './ui/toast.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'

const RELOADED = 'guichet.reloaded'

/** Everything around the pages. Another language draws all of it anew. */
const App = () => (
  <CSPProvider disableStyleElements>
    <QueryClientProvider client={queryClient}>
      <TooltipProvider delay={500}>
        <Fragment key={useLanguage()}>
          <RouterProvider router={router} />
          <Toasts closeLabel={t('app.close')} />
        </Fragment>
      </TooltipProvider>
    </QueryClientProvider>
  </CSPProvider>
)

// A server that was upgraded no longer has the files of the page that is open: the new page has new ones.
window.addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem(RELOADED))
  if (Date.now() - last < 60_000) return
  sessionStorage.setItem(RELOADED, String(Date.now()))
  window.location.reload()
})

await changeLanguage(language())
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
