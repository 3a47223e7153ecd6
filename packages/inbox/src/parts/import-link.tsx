import { Link } from '@tanstack/react-router'
import { Upload } from 'lucide-react'
import { useMay } from '../data/me.ts'
import { t } from '../text/t.ts'
import { buttonClass } from '../ui/button.tsx'

/** The way to where a file is taken in, for those who may. */
export const ImportLink = ({ to }: { to: '/import/contacts' | '/import/companies' }) =>
  useMay('read_write_users') && (
    <Link
      to={to}
      aria-label={t('people.import')}
      title={t('people.import')}
      className={buttonClass('plain', 'md', 'w-8 px-0')}
    >
      <Upload size={16} aria-hidden="true" className="shrink-0" />
    </Link>
  )
