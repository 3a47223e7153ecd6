import { reasonOf } from '../data/refusal.ts'
import { t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { Failure } from '../ui/states.tsx'

/** In place of a page that threw. */
export const Crash = ({ error }: { error: unknown }) => (
  <main className="flex h-full flex-1 bg-surface">
    <Failure title={t('app.crashed')} says={`${t('app.crashedSays')} (${reasonOf(error)})`}>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t('app.reload')}
      </Button>
    </Failure>
  </main>
)
