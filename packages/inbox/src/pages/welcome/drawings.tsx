/** A shop's page with the messenger in its corner. */
export const ShopDrawing = () => (
  <svg viewBox="0 0 240 132" aria-hidden="true" className="w-full rounded-t-xl bg-sunken">
    <rect x="28" y="20" width="184" height="126" rx="7" className="fill-raised stroke-line-strong" />
    <path d="M28 38h184" className="stroke-line" />
    {[38, 46, 54].map(x => (
      <circle key={x} cx={x} cy="29" r="2.4" className="fill-line-strong" />
    ))}
    <rect x="42" y="50" width="62" height="7" rx="3.5" className="fill-line-strong" />
    <rect x="42" y="63" width="44" height="5" rx="2.5" className="fill-line" />
    {[42, 88, 134].map(x => (
      <g key={x}>
        <rect x={x} y="80" width="38" height="34" rx="5" className="fill-accent-soft" />
        <path
          d={`M${x + 19} 106c0-10 1-12 8-17-1 9-4 11-8 12m0 5c0-8-2-9-8-13 0 7 3 10 8 10`}
          fill="none"
          className="stroke-accent"
          strokeWidth="1.8"
          strokeLinecap="round"
        />
      </g>
    ))}
    <rect x="122" y="50" width="76" height="26" rx="8" className="fill-surface stroke-accent-line" />
    <path d="M132 60h46M132 66h30" className="stroke-accent" strokeWidth="3" strokeLinecap="round" />
    <circle cx="192" cy="102" r="13" className="fill-accent" />
    <path
      d="M186 99.5a3 3 0 0 1 3-3h6a3 3 0 0 1 3 3v3a3 3 0 0 1-3 3h-3l-4 3v-3a2.6 2.6 0 0 1-2-2.6Z"
      className="fill-accent-ink"
    />
  </svg>
)

/** The inbox: a list, a conversation, and what one writes. */
export const InboxDrawing = () => (
  <svg viewBox="0 0 240 132" aria-hidden="true" className="w-full rounded-t-xl bg-sunken">
    <rect x="28" y="20" width="184" height="126" rx="7" className="fill-raised stroke-line-strong" />
    <path d="M88 20v126" className="stroke-line" />
    {[34, 58, 82, 106].map((y, at) => (
      <g key={y}>
        {at === 0 && <rect x="29" y={y - 8} width="59" height="24" className="fill-accent-soft" />}
        <circle cx="40" cy={y + 4} r="5" className={at === 0 ? 'fill-accent' : 'fill-line-strong'} />
        <rect x="50" y={y} width="28" height="4" rx="2" className="fill-line-strong" />
        <rect x="50" y={y + 7} width="20" height="3" rx="1.5" className="fill-line" />
      </g>
    ))}
    <rect x="98" y="32" width="64" height="22" rx="7" className="fill-sunken" />
    <path d="M106 40h44M106 46h28" className="stroke-line-strong" strokeWidth="3" strokeLinecap="round" />
    <rect x="134" y="62" width="68" height="22" rx="7" className="fill-accent" />
    <path
      d="M142 70h50M142 76h34"
      className="stroke-accent-ink"
      strokeWidth="3"
      strokeLinecap="round"
      opacity="0.75"
    />
    <rect x="98" y="98" width="104" height="36" rx="7" className="fill-surface stroke-line-strong" />
    <path d="M107 108h22" className="stroke-line-strong" strokeWidth="3" strokeLinecap="round" />
    <rect x="176" y="114" width="20" height="9" rx="4.5" className="fill-accent" />
  </svg>
)
