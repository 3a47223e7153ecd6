import type { ComponentChildren } from 'preact'
import { t } from '../text/t.ts'
import { Icon, type IconName } from './icon.tsx'

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
  icon,
  children,
}: {
  icon?: IconName
  title: string
  hint?: string
  children?: ComponentChildren
}) => (
  <div class="empty">
    {icon && (
      <span class="empty-mark">
        <Icon name={icon} />
      </span>
    )}
    <strong>{title}</strong>
    {hint && <p>{hint}</p>}
    {children}
  </div>
)
