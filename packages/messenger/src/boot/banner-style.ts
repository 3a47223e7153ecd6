/** The style of banners, each in a shadow root of its own. */
export const bannerCss = `
.banner {
  box-sizing: border-box; display: flex; align-items: center; justify-content: center; gap: 8px 16px; flex-wrap: wrap; position: relative; width: 100%;
  padding: 11px 52px; background: var(--color); color: var(--on); font: 15px/1.4 system-ui, sans-serif; text-align: center; overflow-wrap: anywhere;
}
.floating { width: min(720px, calc(100vw - 24px)); margin: 12px auto; border-radius: 14px; box-shadow: 0 6px 30px rgb(0 0 0 / .24); animation: in .24s cubic-bezier(.2,.8,.2,1) }
.words { min-width: 0 } b { font-weight: 650 } a { color: inherit; text-underline-offset: 2px }
button, .act { all: unset; box-sizing: border-box; cursor: pointer; border-radius: 999px }
.act { padding: 6px 16px; background: var(--on); color: var(--color); font-weight: 600; white-space: nowrap }
.act:hover { opacity: .9 }
.react { padding: 3px 7px; font-size: 20px; line-height: 1.2; border: 1.5px solid transparent }
.react:hover { background: rgb(127 127 127 / .3) }
.react[aria-pressed=true] { border-color: currentColor; background: rgb(127 127 127 / .3) }
.away { position: absolute; inset-inline-end: 10px; top: 50%; width: 32px; height: 32px; margin-top: -16px; display: grid; place-items: center }
.away:hover { background: rgb(127 127 127 / .3) }
:focus-visible { outline: 2px solid var(--on); outline-offset: 2px }
.act:focus-visible { outline-offset: 3px }
svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round }
@keyframes in { from { opacity: 0; transform: translateY(-8px) } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important } }
@media print { :host { display: none } }
`
