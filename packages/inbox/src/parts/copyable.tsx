import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { t } from '../text/t.ts'
import { IconButton } from '../ui/icon-button.tsx'

/** A text that is for a program, such as a secret, with a button that copies it. */
export function Copyable({ label, text }: { label: string; text: string }) {
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="flex items-center gap-1 rounded-md border border-line bg-sunken py-1 ps-2.5 pe-1">
      <code className="min-w-0 flex-1 break-all font-mono text-sm">{text}</code>
      <IconButton
        size="sm"
        label={isCopied ? t('app.copied') : `${t('app.copy')} (${label})`}
        icon={isCopied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      />
    </div>
  )
}
