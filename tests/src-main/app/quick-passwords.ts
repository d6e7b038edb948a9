import type { Passwords } from '../../../src-main/app/ports.ts';

/** 試験のパスワード照合: as the product's, without its work; `waits` holds an answer back until the test lets it go. */
export function quickPasswords(): Passwords & { readonly asked: string[]; hold: Promise<void> | null } {
  const asked: string[] = [];
  const passwords = {
    asked,
    hold: null as Promise<void> | null,
    hash: async (password: string) => `plain$${password}`,
    matches: async (password: string, stored: string) => {
      asked.push(stored === '' ? 'nobody' : 'somebody');
      if (passwords.hold !== null) await passwords.hold;
      return stored === `plain$${password}`;
    },
    isOutdated: () => false,
  };
  return passwords;
}
