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

await changeLanguage(language())
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
