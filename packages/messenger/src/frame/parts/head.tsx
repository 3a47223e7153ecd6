import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { back } from '../data/go.ts'
import { useStore } from '../data/use-store.ts'
import { t } from '../text/t.ts'
import { useClose } from './close.ts'
import { Icon } from './icon.tsx'

/** The head of a page: the way back, where one is, and the way out. */
export function Head({ title, children }: { title: string; children?: ComponentChildren }) {
  const { trail, online } = useStore()
  const close = useClose()
  const heading = useRef<HTMLHeadingElement>(null)
  // Who listens to the page is told where they are.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <header class="head">
      <div class="head-row">
        {trail.length > 0 && (
          <button type="button" class="icon-button" aria-label={t('back')} onClick={back}>
            <Icon name="back" flips />
          </button>
        )}
        <div class="head-title">
          <h1 ref={heading} tabIndex={-1} dir="auto">
            {title}
          </h1>
          {children}
        </div>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {!online && (
        <p class="offline" role="status">
          {t('offline')}
        </p>
      )}
    </header>
  )
}
