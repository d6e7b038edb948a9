/** 静かなブラウザー: no name is looked up, nothing is fetched, nothing is offered; for the window and for printing alike. */
export const quietSwitches = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-print-preview',
  '--disable-save-password-bubble',
  '--disable-features=Translate,AutofillServerCommunication,OptimizationHints,MediaRouter,PasswordManagerOnboarding',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--lang=ja',
];
