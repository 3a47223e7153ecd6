import { Link } from '@tanstack/react-router'
import { useMay } from '../data/me.ts'
import { usePersonCompanies, usePersonSegments, usePersonTags } from '../data/person.ts'
import { t } from '../text/t.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { SideSection } from './side-section.tsx'
import { TagList } from './tag-list.tsx'

/** The tags and the segments of somebody. */
export function PersonGroups({ id }: { id: string }) {
  const tags = usePersonTags(id)
  const mayTag = useMay('write_tags')
  return (
    <>
      <TagList
        tags={tags.all}
        isFixed={!mayTag}
        onAdd={tag => tags.add(tag.id)}
        onRemove={tag => tags.remove(tag.id)}
      />
      <SegmentList segments={usePersonSegments(id)} />
    </>
  )
}

/** Segments, which nobody puts anything in by hand. */
export const SegmentList = ({ segments }: { segments: { id: string; name: string }[] }) =>
  segments.length > 0 && (
    <ul aria-label={t('inbox.segments')} className="mt-2 flex flex-wrap gap-1">
      {segments.map(({ id, name }) => (
        <li key={id}>
          <Badge tone="info">{name}</Badge>
        </li>
      ))}
    </ul>
  )

/** The companies of somebody. */
export function PersonCompanies({ id }: { id: string }) {
  const companies = usePersonCompanies(id)
  return companies.length === 0 ? null : (
    <SideSection title={t('app.companies')}>
      <ul className="-mx-2 flex flex-col">
        {companies.map(company => (
          <li key={company.id}>
            <Link
              to="/companies/$id"
              params={{ id: company.id }}
              className="flex items-center gap-2.5 rounded-md px-2 py-1.5 hover:bg-hover"
            >
              <Avatar name={company.name ?? '?'} square />
              <span className="min-w-0">
                <span className="block truncate font-medium">{company.name}</span>
                <span className="block truncate text-faint text-sm">
                  {[company.plan.name, company.industry].filter(Boolean).join(' · ')}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </SideSection>
  )
}
