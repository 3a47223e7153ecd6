import { Link, useNavigate } from '@tanstack/react-router'
import { FilePlus2, Lock } from 'lucide-react'
import { useCreateInternalArticle, useInternalArticles } from '../../data/internal-articles.ts'
import { useMay, useMe } from '../../data/me.ts'
import { useNames } from '../../data/team.ts'
import { shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { TabHead, TabList } from './tab-list.tsx'

/** What only teammates and their copilot read. */
export function InternalTab() {
  const list = useInternalArticles()
  const create = useCreateInternalArticle()
  const navigate = useNavigate()
  const me = useMe()
  const nameOf = useNames()
  const mayWrite = useMay('read_write_articles_scope')
  return (
    <>
      <TabHead says={t('knowledge.internalSays')}>
        {mayWrite && (
          <Button
            look="primary"
            icon={<FilePlus2 size={15} aria-hidden="true" />}
            busy={create.isPending}
            onClick={() =>
              create.mutate(
                { title: t('knowledge.untitled'), adminId: me.admin.id },
                {
                  onSuccess: ({ id }) =>
                    void navigate({ to: '/knowledge/internal-articles/$id', params: { id } }),
                },
              )
            }
          >
            {t('knowledge.newInternal')}
          </Button>
        )}
      </TabHead>
      <TabList
        list={list}
        icon={<Lock size={22} aria-hidden="true" />}
        emptyTitle={t('knowledge.internalEmpty')}
        emptySays={t('knowledge.internalEmptySays')}
      >
        <ul className="rounded-xl border border-line p-1">
          {list.rows.map(({ id, title, author_id, updated_at }) => (
            <li key={id} className="flex h-10 items-center gap-3 rounded-md px-3 hover:bg-hover">
              <Lock size={14} aria-hidden="true" className="shrink-0 text-faint" />
              <Link
                to="/knowledge/internal-articles/$id"
                params={{ id }}
                dir="auto"
                className="min-w-0 flex-1 truncate rounded-sm"
              >
                {title}
              </Link>
              <span className="truncate text-faint text-sm max-md:hidden">{nameOf('admin', author_id)}</span>
              <span className="w-22 shrink-0 whitespace-nowrap text-end text-faint text-sm">
                {shortAgo(updated_at ?? 0)}
              </span>
            </li>
          ))}
        </ul>
      </TabList>
    </>
  )
}
