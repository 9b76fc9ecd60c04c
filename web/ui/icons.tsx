/** Small line icons, drawn here: 20 by 20, in the colour of the text. Those that point are mirrored by the page's direction. */
const shapes = {
  home: 'M3 9.5 10 4l7 5.5V16a1 1 0 0 1-1 1h-3.5v-4.5h-5V17H4a1 1 0 0 1-1-1z',
  invoice: 'M5 3h10v14l-2.5-1.5L10 17l-2.5-1.5L5 17zM8 7h4M8 10.5h4',
  credit: 'M5 3h10v14l-2.5-1.5L10 17l-2.5-1.5L5 17zM8 9h4',
  people:
    'M7 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16c0-2.6 2-4.2 4.5-4.2s4.5 1.6 4.5 4.2M13 9.2a2.3 2.3 0 0 0 0-4.6M14 12c2 .3 3.5 1.7 3.5 4',
  payment: 'M3 6h14v9H3zM3 9h14M6 12.5h3',
  journal: 'M5 3.5h9.5A1.5 1.5 0 0 1 16 5v11.5H6.5A1.5 1.5 0 0 1 5 15zM5 14.5A1.5 1.5 0 0 1 6.5 13H16M8.5 7h4.5',
  tree: 'M4 4h5v4H4zM11 12h5v4h-5zM6.5 8v6H11',
  report: 'M4 16.5h12M5.5 14V9M9 14V5M12.5 14v-3.5M15.5 14V7.5',
  period: 'M4 5.5h12V16H4zM4 9h12M7 3.5v4M13 3.5v4',
  import: 'M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12',
  trail: 'M4 5h1M4 10h1M4 15h1M8 5h8M8 10h8M8 15h8',
  settings: 'M4 6h6M14 6h2M12 4.2v3.6M4 14h2M10 14h6M8 12.2v3.6M4 10h8M16 10h0M14 8.2v3.6',
  shield: 'M10 3l6 2v4.5c0 3.6-2.5 6-6 7.5-3.5-1.500-6-3.900-6-7.500V5zM7.300 9.800l2 2 3.600-3.800',
  search: 'M9 14.500A5.500 5.500 0 1 0 9 3.500a5.500 5.500 0 0 0 0 11zM13 13l4 4',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4.500 10.500 8.500 14.500 15.500 6',
  down: 'M5.500 8 10 12.500 14.500 8',
  calendar: 'M4 5.500h12V16H4zM4 9h12M7 3.500v4M13 3.500v4',
  menu: 'M3.500 6h13M3.500 10h13M3.500 14h13',
  user: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.500c0-3 2.700-4.700 6-4.700s6 1.700 6 4.700',
  print: 'M6 7V3.500h8V7M6 13.500H3.500V7.500h13v6H14M6 11.500h8v5H6z',
  download: 'M10 3.500v9M6.500 9.500 10 13l3.500-3.500M4 16.500h12',
  clip: 'M14.500 9.500 9 15a3.300 3.300 0 0 1-4.700-4.700l6.200-6.200a2.200 2.200 0 0 1 3.200 3.200l-6 6a1.100 1.100 0 0 1-1.600-1.600l5.300-5.300',
  opening: 'M4 5h12v11H4zM10 8v5M7.500 10.500h5',
  next: 'M8 5l5 5-5 5',
  previous: 'M12 5l-5 5 5 5',
} as const;
export type IconName = keyof typeof shapes;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={name === 'next' || name === 'previous' ? 'points' : undefined}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
