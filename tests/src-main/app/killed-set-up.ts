import { makeCounter } from '../../../src-main/system/counter-parts.ts';
import { callerOf } from '../../support/caller.ts';
import { administrator, place } from '../../support/made-up.ts';
import { storyClock } from '../../support/story-clock.ts';
import { quickPasswords } from './quick-passwords.ts';

// A program of its own: makes the first set-up in the folder and kills itself where it asks for the nth random value.
const [folder = '', killAt = ''] = process.argv.slice(2);
let asked = 0;
const app = makeCounter({
  folder,
  clock: storyClock('2026-11-24T08:41'),
  chance: {
    hex: (bytes) => {
      asked += 1;
      if (asked === Number(killAt)) process.kill(process.pid, 'SIGKILL');
      return String(asked).padStart(2, '0').repeat(bytes);
    },
  },
  practice: false,
  host: 'inProcess',
  ownsWindow: true,
  passwords: quickPasswords(),
});
await callerOf(app.invoke).call('setup.complete', { ...place, administrator });
app.close();
