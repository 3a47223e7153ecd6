import { useRouter } from '@tanstack/react-router'
import { isGone, saysFor } from '../data/query.ts'
import { t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { Failure } from '../ui/states.tsx'

/** Why something could not be shown, and a way on: another try, or back from what is not there any more. */
export function Unshown({
  query: { error, refetch },
}: {
  query: { error: unknown; refetch: () => unknown }
}) {
  const { history, navigate } = useRouter()
  const leave = () => (history.canGoBack() ? history.back() : void navigate({ to: '/inbox' }))
  return (
    <Failure {...saysFor(error)}>
      {isGone(error) ? (
        <Button onClick={leave}>{t(history.canGoBack() ? 'app.goBack' : 'app.toInbox')}</Button>
      ) : (
        <Button onClick={() => void refetch()}>{t('app.retry')}</Button>
      )}
    </Failure>
  )
}
