/** 線の絵: outlines on a 20-unit square, drawn with the stroke of the text's colour. */
export const lineIcons = {
  arrowRight: <path d="M3 10h13M11 5l5 5-5 5" />,
  barcode: <path d="M2 6V3h3M15 3h3v3M18 14v3h-3M5 17H2v-3M5.5 6.5v7M8 6.5v7M10.500 6.5v7M14.500 6.5v7" />,
  card: (
    <>
      <rect x="2" y="4" width="16" height="12" rx="1.5" />
      <circle cx="7" cy="8.7" r="1.6" />
      <path d="M4.4 13.2c.4-1.6 1.3-2.4 2.6-2.4s2.2.8 2.6 2.4M12 8.5h3.5M12 11.5h3.5" />
    </>
  ),
  check: <path d="M3.5 10.5 8 15l8.5-10" />,
  checkCircle: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="m6.2 10.3 2.7 2.8 5-5.8" />
    </>
  ),
  chevronLeft: <path d="m12.5 4-6 6 6 6" />,
  chevronRight: <path d="m7.5 4 6 6-6 6" />,
  clock: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 5v5l3 2.5" />
    </>
  ),
  close: <path d="m5 5 10 10M15 5 5 15" />,
  crossCircle: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="m7 7 6 6M13 7l-6 6" />
    </>
  ),
  dashedCircle: <circle cx="10" cy="10" r="8" strokeDasharray="3.4 2.2" />,
  envelope: (
    <>
      <rect x="2" y="4" width="16" height="12" rx="1.5" />
      <path d="m2.6 5 7.4 6 7.4-6" />
    </>
  ),
  exportTray: <path d="M10 12V2.5M6.5 6 10 2.5 13.5 6M3 11v6h14v-6" />,
  hourglass: <path d="M4.5 2h11M4.5 18h11M6 2c0 4.5 8 6.5 8 10.500V18M14 2c0 4.500-8 6.500-8 10.500V18" />,
  infoCircle: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 9v5M10 5.700v.6" />
    </>
  ),
  key: (
    <>
      <circle cx="6" cy="14" r="3.200" />
      <path d="m8.300 11.700 8.200-8.200M13 7l2.500 2.500" />
    </>
  ),
  lock: (
    <>
      <rect x="3.500" y="9" width="13" height="9" rx="1.500" />
      <path d="M6.500 9V6a3.500 3.500 0 0 1 7 0v3" />
    </>
  ),
  octagon: (
    <>
      <path d="M6.700 2h6.600L18 6.700v6.600L13.300 18H6.700L2 13.300V6.700z" />
      <path d="M6 10h8" />
    </>
  ),
  openEnvelope: (
    <>
      <path d="M2.500 8 10 2.500 17.500 8v9h-15z" />
      <path d="m6.800 11.500 2.400 2.500 4.200-4.700" />
    </>
  ),
  pen: (
    <path d="M3 17l.9-4L13.500 3.400a1.400 1.400 0 0 1 2 0l1.100 1.100a1.400 1.400 0 0 1 0 2L7 16.100 3 17zM11.500 5.400l3.100 3.100" />
  ),
  people: (
    <>
      <circle cx="7" cy="6.500" r="3" />
      <path d="M1.500 17c.3-4 2.300-6 5.500-6s5.200 2 5.500 6M13 4a3 3 0 0 1 0 5.500M14.500 11.500c2.300.6 3.700 2.400 4 5.500" />
    </>
  ),
  person: (
    <>
      <circle cx="10" cy="6.500" r="3.700" />
      <path d="M3 18c.4-4.500 2.800-6.500 7-6.500s6.600 2 7 6.500" />
    </>
  ),
  printer: (
    <>
      <path d="M5.500 7V2.500h9V7M5.500 14h-3V7h15v7h-3" />
      <path d="M5.500 11.500h9v6h-9z" />
    </>
  ),
  returnArrow: <path d="M7 3.500 3 7.500l4 4M3.500 7.500H12a4.500 4.500 0 0 1 0 9H8" />,
  returnedEnvelope: (
    <>
      <path d="M18 9V5.500A1.500 1.500 0 0 0 16.500 4h-13A1.500 1.500 0 0 0 2 5.500v9A1.500 1.500 0 0 0 3.500 16H10" />
      <path d="m2.600 5 7.400 6 7.400-6M18.500 14.500h-6M15 12l-2.500 2.500L15 17" />
    </>
  ),
  ring: (
    <>
      <circle cx="10" cy="10" r="7.500" className="ring-track" />
      <path d="M10 2.500a7.500 7.500 0 0 1 7.500 7.500" />
    </>
  ),
  search: (
    <>
      <circle cx="8.500" cy="8.500" r="5.500" />
      <path d="m12.700 12.700 5 5" />
    </>
  ),
  slash: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="m4.500 15.500 11-11" />
    </>
  ),
  swap: <path d="M3 7h13M12.500 3.500 16 7l-3.500 3.500M17 13H4M7.500 9.500 4 13l3.500 3.500" />,
  telephone: (
    <path d="M4 2.5h3l1.500 4-2 1.500c1 2.200 2.300 3.500 4.500 4.500l1.500-2 4 1.500v3c0 1-.8 1.500-1.600 1.500C8.500 16 3.500 11 2.500 4.100 2.400 3.200 3 2.500 4 2.500z" />
  ),
  tray: <path d="M10 2.500V11M6.500 7.500 10 11l3.500-3.500M3 11v6h14v-6" />,
  warning: (
    <>
      <path d="M10 2.500 18.500 17h-17z" />
      <path d="M10 8v4M10 14v.8" />
    </>
  ),
} as const;
