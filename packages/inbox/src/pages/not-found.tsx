import { Link } from '@tanstack/react-router'
import { t } from '../text/t.ts'
import { buttonClass } from '../ui/button.tsx'
import { Empty } from '../ui/states.tsx'

export const NotFound = () => (
  <main className="flex h-full flex-1 bg-surface">
    <Empty title={t('app.notFound')} says={t('app.notFoundSays')}>
      <Link to="/inbox" className={buttonClass()}>
        {t('app.toInbox')}
      </Link>
    </Empty>
  </main>
)
