import { type Import, rejectedAddress } from '../../data/imports.ts'
import { number } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { buttonClass } from '../../ui/button.tsx'

/** How far a file is read, and what its rows came to. */
export function ImportCounts({ file, isTrial = false }: { file: Import; isTrial?: boolean }) {
  const isReading = file.status === 'checking' || file.status === 'running'
  const counts = [
    [isTrial ? t('imports.wouldCreate') : t('imports.created'), file.created],
    [isTrial ? t('imports.wouldUpdate') : t('imports.updated'), file.updated],
    [isTrial ? t('imports.wouldReject') : t('imports.rejected'), file.rejected],
  ] as const
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      {isReading && (
        <Progress
          label={t('imports.progress')}
          says={t('imports.position', { position: number(file.position), count: file.row_count })}
          share={file.position / Math.max(1, file.row_count)}
        />
      )}
      <dl className="grid grid-cols-3 gap-3">
        {counts.map(([label, count]) => (
          <div key={label} className="rounded-lg border border-line px-4 py-3">
            <dt className="text-faint text-sm">{label}</dt>
            <dd className="font-semibold text-xl tabular-nums">{t('imports.number', { count })}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** How far something has come, drawn and in words. */
export const Progress = ({ label, says, share }: { label: string; says: string; share: number }) => (
  <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
    <progress
      aria-label={label}
      max={1}
      value={share}
      className="h-1.5 min-w-40 flex-1 overflow-hidden rounded-full accent-accent"
    />
    <span className="text-soft text-sm tabular-nums">{says}</span>
  </div>
)

/** The first rows that were rejected and why; all of them are a file. */
export const Rejects = ({ file }: { file: Import }) =>
  file.rejected > 0 && (
    <div className="flex flex-col gap-3">
      <ul
        aria-label={t('imports.rejectedRows')}
        className="max-h-64 overflow-y-auto rounded-lg border border-line"
      >
        {file.rejects.map(({ row, reason }) => (
          <li key={row} className="flex gap-3 border-line px-4 py-2 not-first:border-t">
            <span className="w-20 shrink-0 text-faint">{t('imports.row', { row })}</span>
            <span className="min-w-0 break-words">{reason}</span>
          </li>
        ))}
      </ul>
      <a href={rejectedAddress(file.id)} download className={buttonClass('plain', 'md', 'self-start')}>
        {t('imports.downloadRejected')}
      </a>
    </div>
  )
