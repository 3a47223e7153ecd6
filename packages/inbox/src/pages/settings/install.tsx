import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../../data/me.ts'
import { Copyable } from '../../parts/copyable.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Scrolls } from '../../ui/scrolls.tsx'

/** What a page takes to have the messenger: the snippet, and what a strict policy has to let in. */
export function Install() {
  const { workspace } = useMe()
  const { origin } = window.location
  const [isCopied, setCopied] = useState(false)
  const snippet = [
    '<script>',
    `  window.intercomSettings = { app_id: '${workspace.id}' }`,
    '</script>',
    `<script async src="${origin}/messenger.js"></script>`,
  ].join('\n')
  return (
    <div className="flex flex-col gap-4">
      <div>
        <Scrolls
          as="pre"
          className="overflow-x-auto rounded-md border border-line bg-sunken p-3 font-mono text-sm"
        >
          {snippet}
        </Scrolls>
        <Button
          size="sm"
          className="mt-2"
          icon={isCopied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
          onClick={() => void navigator.clipboard.writeText(snippet).then(() => setCopied(true))}
        >
          {isCopied ? t('app.copied') : t('messengers.copySnippet')}
        </Button>
      </div>
      <div className="flex flex-col gap-1.5">
        <p className="font-medium">{t('messengers.widgetUrl')}</p>
        <Copyable label={t('messengers.widgetUrl')} text={`${origin}/widget/${workspace.id}`} />
      </div>
      <div className="flex flex-col gap-1.5">
        <p className="font-medium">{t('messengers.policy')}</p>
        <p className="text-faint">{t('messengers.policySays')}</p>
        <Copyable label={t('messengers.policy')} text={`script-src ${origin}; frame-src ${origin}`} />
      </div>
    </div>
  )
}
