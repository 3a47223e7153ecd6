import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { buttonClass } from './button.tsx'
import { cx } from './cx.ts'
import { layers } from './layers.ts'

const toasts = Base.createToastManager<{ link: ToastLink | undefined }>()

interface ToastLink {
  label: string
  href: string
  /** Goes there without loading the page anew. */
  go: () => void
}

/** Says in passing what happened. With `undo` it can be taken back, a `link` leads there; a failure stays until it is put away. */
export function toast(of: {
  title: string
  says?: string | undefined
  failed?: boolean
  undo?: { label: string; run: () => void }
  link?: ToastLink
}): void {
  const id = toasts.add({
    title: of.title,
    description: of.says,
    type: of.failed ? 'failure' : 'plain',
    timeout: of.failed ? 12_000 : of.undo || of.link ? 8_000 : 4_000,
    priority: of.failed ? 'high' : 'low',
    data: { link: of.link },
    ...(of.undo && {
      actionProps: {
        children: of.undo.label,
        onClick: () => {
          toasts.close(id)
          of.undo?.run()
        },
      },
    }),
  })
}

/** Where toasts show. Once, around the app. */
export const Toasts = ({ closeLabel }: { closeLabel: string }) => (
  <Base.Provider toastManager={toasts} limit={3}>
    <Base.Portal container={layers}>
      <Base.Viewport className="fixed inset-s-4 bottom-4 z-50 flex max-md:bottom-18 w-[min(22rem,calc(100vw-2rem))] flex-col gap-2">
        <List closeLabel={closeLabel} />
      </Base.Viewport>
    </Base.Portal>
  </Base.Provider>
)

const ACTION = buttonClass('quiet', 'sm', 'text-accent! font-semibold')

const LinkTo = ({ label, href, go, onGone }: ToastLink & { onGone: () => void }) => (
  <a
    href={href}
    className={ACTION}
    onClick={event => {
      onGone()
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      go()
    }}
  >
    {label}
  </a>
)

const List = ({ closeLabel }: { closeLabel: string }) =>
  Base.useToastManager<{ link: ToastLink | undefined }>().toasts.map(item => (
    <Base.Root
      key={item.id}
      toast={item}
      swipeDirection={['left', 'down']}
      className={cx(
        'rounded-lg bg-raised shadow-md transition-[opacity,translate] duration-200',
        'data-starting-style:translate-y-3 data-starting-style:opacity-0 data-ending-style:opacity-0 data-limited:hidden',
        item.type === 'failure' && 'border-danger border-s-3',
      )}
    >
      <Base.Content className="flex items-center gap-3 py-2 ps-3.5 pe-2">
        <div className="min-w-0 flex-1">
          <Base.Title className="font-medium text-base" />
          <Base.Description className="text-sm text-soft" />
        </div>
        {item.data?.link && <LinkTo {...item.data.link} onGone={() => toasts.close(item.id)} />}
        <Base.Action className={ACTION} />
        <Base.Close aria-label={closeLabel} className={buttonClass('quiet', 'sm', 'px-1!')}>
          <X size={14} aria-hidden="true" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ))
