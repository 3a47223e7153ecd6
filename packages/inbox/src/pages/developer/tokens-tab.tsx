import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { useRevokeToken, useTokens } from '../../data/tokens.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { TabHead, Wide } from '../../parts/tab-head.tsx'
import { inWords, shortDate } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { NewToken } from './new-token.tsx'

type Token = NonNullable<ReturnType<typeof useTokens>['data']>['data'][number]

const nameOf = ({ label }: Token): string => label || t('developer.unnamed')

const stateOf = ({ revoked_at, expires_at }: Token): 'live' | 'revoked' | 'expired' =>
  revoked_at !== null
    ? 'revoked'
    : expires_at !== null && expires_at * 1000 <= Date.now()
      ? 'expired'
      : 'live'

/** What lets programs in. */
export function TokensTab() {
  const tokens = useTokens()
  const revoke = useRevokeToken()
  const [isMaking, setMaking] = useState(false)
  const [leaving, setLeaving] = useState<Token>()
  const columns: Column<Token>[] = [
    { key: 'label', label: t('developer.tokenLabel'), cell: nameOf },
    { key: 'app', label: t('developer.app'), cell: token => token.app_name },
    { key: 'admin', label: t('developer.actsAs'), cell: token => token.admin_name },
    {
      key: 'scopes',
      label: t('developer.permissions'),
      cell: ({ scopes }) => (
        <span title={scopes.join(', ')}>
          {scopes.includes('all')
            ? t('developer.everything')
            : t('developer.chosen', { count: scopes.length })}
        </span>
      ),
    },
    { key: 'created', label: t('developer.created'), cell: token => shortDate(token.created_at) },
    {
      key: 'expires',
      label: t('developer.expires'),
      cell: ({ expires_at }) => (expires_at === null ? t('developer.never') : inWords(expires_at)),
    },
    {
      key: 'state',
      label: t('developer.status'),
      cell: token => {
        const state = stateOf(token)
        return state === 'live' ? (
          <Button
            size="sm"
            aria-label={`${t('developer.revoke')}: ${nameOf(token)}`}
            onClick={() => setLeaving(token)}
          >
            {t('developer.revoke')}
          </Button>
        ) : (
          <Badge>{t(state === 'revoked' ? 'developer.revoked' : 'developer.expired')}</Badge>
        )
      },
    },
  ]
  const finish = () =>
    leaving &&
    revoke.mutate(leaving.id, {
      onSuccess: () => toast({ title: t('developer.tokenRevoked') }),
      onSettled: () => setLeaving(undefined),
    })
  return (
    <>
      <TabHead says={t('developer.tokensSays')}>
        <Button look="primary" icon={<Plus size={15} aria-hidden="true" />} onClick={() => setMaking(true)}>
          {t('developer.newToken')}
        </Button>
      </TabHead>
      <Loaded query={tokens}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon={<KeyRound size={22} aria-hidden="true" />}
              title={t('developer.tokensEmpty')}
              says={t('developer.tokensEmptySays')}
            />
          ) : (
            <Wide label={t('developer.tokens')}>
              <Table label={t('developer.tokens')} columns={columns} rows={data} keyOf={({ id }) => id} />
            </Wide>
          )
        }
      </Loaded>
      {isMaking && <NewToken onClose={() => setMaking(false)} />}
      <Confirm
        open={leaving !== undefined}
        title={t('developer.revokeTitle', { label: leaving ? nameOf(leaving) : '' })}
        says={t('developer.revokeSays')}
        doLabel={t('developer.revoke')}
        busy={revoke.isPending}
        onDo={finish}
        onClose={() => setLeaving(undefined)}
      />
    </>
  )
}
