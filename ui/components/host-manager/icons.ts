// Pictures of the tree, of 16 by 16, drawn with lines of the text's colour.

import { svg } from 'lit';

const box = svg`<rect x="2.5" y="3" width="11" height="8" rx="1" /><path d="M6 13.5h4M8 11v2.5" />`;

export const hostIcons: Readonly<Record<string, unknown>> = {
  computer: box,
  system: svg`<path d="M3 3.5h10v9H3zM3 6h10M5 8.5h3M5 10.5h5" />`,
  firmware: svg`<rect x="4" y="4" width="8" height="8" rx="1" /><path d="M6.5 4V2M9.5 4V2M6.5 14v-2M9.5 14v-2M4 6.5H2M4 9.5H2M14 6.5h-2M14 9.5h-2" />`,
  settings: svg`<path d="M2.5 4.5h5M10.5 4.5h3M2.5 11.5h3M8.5 11.5h5" /><circle cx="9" cy="4.5" r="1.5" /><circle cx="7" cy="11.5" r="1.5" />`,
  processor: svg`<rect x="3.5" y="3.5" width="9" height="9" rx="1" /><rect x="6" y="6" width="4" height="4" />`,
  adapter: svg`<path d="M2 5h12v6H2zM4 11v2M4.5 7.5h2v1h-2zM9 7.5h2.5" />`,
  roles: svg`<path d="M2.5 6 8 3l5.5 3L8 9zM2.5 9 8 12l5.5-3" />`,
  software: svg`<rect x="2.5" y="3" width="11" height="10" rx="1" /><path d="M2.5 6h11" />`,
  hyperV: svg`<path d="M2.5 3h7v6h-7zM6.5 9v4h7V7h-4" />`,
  network: svg`<path d="M3 8h10M5 8V5M11 8V5M8 8v3" /><circle cx="5" cy="4" r="1" /><circle cx="11" cy="4" r="1" /><circle cx="8" cy="12" r="1" />`,
  machine: box,
  registry: svg`<path d="M3 3h4v4H3zM9 3h4v4H9zM3 9h4v4H3zM10.2 9.6l3 3M13.2 9.6l-3 3" />`,
  key: svg`<path d="M2 4.5h4l1.5 1.5H14v6.5H2z" />`,
};
