/** 塗りの絵: filled shapes whose inner sign is cut in white. */
export const solidIcons = {
  mark: (
    <>
      <rect className="solid" x="0" y="0" width="20" height="20" rx="3.500" />
      <path className="cut-fill" d="M3.700 4.300h5.600v5.900H3.700zM10.700 4.300h5.600v5.900h-5.600z" />
      <path className="cut" d="M3.700 13h12.600M3.700 16h12.600" />
    </>
  ),
  checkDisc: (
    <>
      <circle className="solid" cx="10" cy="10" r="9" />
      <path className="cut" d="m5.800 10.300 2.900 3 5.300-6.200" />
    </>
  ),
  crossDisc: (
    <>
      <circle className="solid" cx="10" cy="10" r="9" />
      <path className="cut" d="m6.800 6.800 6.400 6.400M13.200 6.800l-6.400 6.400" />
    </>
  ),
  infoDisc: (
    <>
      <circle className="solid" cx="10" cy="10" r="9" />
      <path className="cut" d="M10 9v5.500M10 5.300v1" />
    </>
  ),
  stopDisc: (
    <>
      <path className="solid" d="M6.300 1h7.400L19 6.300v7.400L13.700 19H6.300L1 13.700V6.300z" />
      <path className="cut" d="M5.500 10h9" />
    </>
  ),
  warningSolid: (
    <>
      <path className="solid" d="M10 1.500 19.500 18H.5z" />
      <path className="cut" d="M10 7.500v5M10 14.600v1" />
    </>
  ),
} as const;
