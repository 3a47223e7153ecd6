import type { ComponentChildren } from 'preact'
import { t } from '../text/t.ts'

export const Loading = () => (
  <div class="loading" role="status">
    <span class="hidden">{t('loading')}</span>
    <i />
    <i />
    <i />
  </div>
)

export const Empty = ({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  children?: ComponentChildren
}) => (
  <div class="empty">
    <strong>{title}</strong>
    {hint && <p>{hint}</p>}
    {children}
  </div>
)
