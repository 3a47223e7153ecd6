/** The style of what stands on the page itself, in a shadow root that the page's own style does not reach. */
export const css = `
:host { --ease: cubic-bezier(.2,.8,.2,1) }
* { box-sizing: border-box }
.launcher {
  all: unset; box-sizing: border-box; position: absolute; bottom: 0; inset-inline-end: 0; width: 56px; height: 56px; border-radius: 50%;
  display: grid; place-items: center; cursor: pointer; color: var(--on); background: var(--color);
  box-shadow: 0 1px 6px rgb(0 0 0 / .1), 0 6px 24px rgb(0 0 0 / .2); transition: transform .16s var(--ease);
  -webkit-tap-highlight-color: transparent;
}
.launcher:hover { transform: scale(1.06) }
.launcher:active { transform: scale(.94) }
.launcher:focus-visible { outline: 3px solid var(--on); box-shadow: 0 0 0 6px var(--color) }
svg { grid-area: 1/1; width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; transition: opacity .12s, transform .2s var(--ease) }
.shut, .open .talk { opacity: 0; transform: rotate(30deg) scale(.4) }
.open .shut { opacity: 1; transform: none }
.badge {
  position: absolute; top: -3px; inset-inline-end: -3px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px;
  background: #d3232f; color: #fff; font: 600 12px/22px system-ui, sans-serif; text-align: center; box-shadow: 0 1px 3px rgb(0 0 0 / .25);
}
iframe {
  position: absolute; bottom: 76px; inset-inline-end: 0; width: min(400px, calc(100vw - 40px)); height: min(704px, calc(100vh - 116px)); border: 0;
  border-radius: 18px; background: Canvas; box-shadow: 0 5px 40px rgb(0 0 0 / .2); visibility: hidden; opacity: 0; pointer-events: none;
  transform: translateY(12px) scale(.98); transform-origin: bottom right; color-scheme: normal;
  transition: opacity .16s, transform .2s var(--ease), visibility 0s .2s;
}
.open iframe { visibility: visible; opacity: 1; pointer-events: auto; transform: none; transition: opacity .16s, transform .2s var(--ease) }
.bare iframe { bottom: 0; height: min(704px, calc(100vh - 40px)) }
.preview {
  all: unset; box-sizing: border-box; position: absolute; bottom: 72px; inset-inline-end: 0; width: min(320px, calc(100vw - 40px)); padding: 14px 40px 14px 16px; border-radius: 14px;
  background: #fff; color: #1c2227; font: 14px/1.4 system-ui, sans-serif; box-shadow: 0 4px 28px rgb(0 0 0 / .18); cursor: pointer; animation: rise .24s var(--ease);
}
.preview b { display: block; font-weight: 600 }
.preview span { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere }
.preview:focus-visible, .dismiss:focus-visible { outline: 2px solid var(--color); outline-offset: 2px }
.dismiss { all: unset; position: absolute; bottom: 0; inset-inline-end: 0; display: grid; place-items: center; width: 28px; height: 28px; border-radius: 50%; color: #5a656e; cursor: pointer }
.dismiss svg { width: 16px; height: 16px }
[hidden] { display: none !important }
@keyframes rise { from { opacity: 0; transform: translateY(8px) } }
@media (prefers-color-scheme: dark) { .preview { background: #1f2629; color: #e7eaec } .dismiss { color: #9daab3 } }
@media (max-width: 480px) {
  iframe { position: fixed; inset: 0; width: 100%; height: 100%; border-radius: 0; transform: translateY(24px) }
  .bare iframe { height: 100% }
  .open .launcher { visibility: hidden }
}
@media (prefers-reduced-motion: reduce) { *, .open iframe { transition: none; animation: none } }
@media print { :host { display: none } }
`
