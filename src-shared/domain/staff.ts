import type { PlainDate } from '../kernel/plain-date.ts';
import type { Office } from './visit.ts';

export type StaffRole = 'clerk' | 'supervisor' | 'administrator';

/** 予定の異動: what a hand-over brings on a later day; anything recorded about the person before it drops it. */
export type PlannedStanding = {
  /** a calendar day */
  readonly from: string;
  readonly role: StaffRole;
  readonly suspended: boolean;
};

/** 職員の立場: role, offices (null: every office) and whether the account is suspended. */
export type StaffStanding = {
  readonly role: StaffRole;
  readonly offices: readonly Office[] | null;
  readonly suspended: boolean;
  readonly planned: PlannedStanding | null;
};

export type StaffIdentity = {
  readonly staff: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string;
};

/** 職員: `signsIn` where this terminal holds a password; `ownPassword` where the person chose it. */
export type StaffMember = StaffIdentity & StaffStanding & { readonly signsIn: boolean; readonly ownPassword: boolean };

const ranks = { clerk: 1, supervisor: 2, administrator: 3 } as const satisfies Record<StaffRole, number>;

/** 役割が足りるか: at least this role. */
export function hasRank(role: StaffRole, least: StaffRole): boolean {
  return ranks[role] >= ranks[least];
}

/** その日の立場: what was planned holds from its day on. */
export function standingOn<Standing extends StaffStanding>(standing: Standing, day: PlainDate): Standing {
  const { planned } = standing;
  if (planned === null || planned.from > day) return standing;
  return { ...standing, role: planned.role, suspended: planned.suspended, planned: null };
}

/** その窓口の職員か. */
export function worksAt(offices: readonly Office[] | null, office: Office): boolean {
  return offices === null || offices.includes(office);
}

/** ここで働けないわけ: null where the person may sign in, unlock and approve at this office. */
export function whyNotHere(
  { suspended, offices }: Pick<StaffStanding, 'suspended' | 'offices'>,
  office: Office,
): 'suspended' | 'otherOffice' | null {
  if (suspended) return 'suspended';
  return worksAt(offices, office) ? null : 'otherOffice';
}

/**
 * 同じ人か (B7): one id, one staff number, or name and reading alike. Two accounts of one person must not approve each other; two people
 * who are called exactly alike ask a third.
 */
export function isSamePerson(one: StaffIdentity, other: StaffIdentity): boolean {
  if (one.staff === other.staff || one.staffNumber === other.staffNumber) return true;
  return spelled(one.name) === spelled(other.name) && spelled(one.kana) === spelled(other.kana);
}

function spelled(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}

/** 職員の扱い: what an administrator does with an account. */
export type StaffAct =
  | { readonly kind: 'add'; readonly role: StaffRole; readonly offices: readonly Office[] | null }
  | { readonly kind: 'rename' }
  | { readonly kind: 'reassign'; readonly role: StaffRole; readonly offices: readonly Office[] | null }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'reinstate' }
  | { readonly kind: 'resetPassword' };

export type StaffRule =
  | 'ownRole'
  | 'ownSuspension'
  | 'ownReinstatement'
  | 'ownPassword'
  | 'alreadySo'
  | 'lastAdministrator'
  | 'secondAdministrator'
  | 'supervisorLeft'
  | 'sameName';

/** 規則1件の答え: `refuse` stops the act, `second` asks for a second administrator, `note` is only said. */
export type StaffFinding = {
  readonly rule: StaffRule;
  readonly held: boolean;
  readonly effect: 'refuse' | 'second' | 'note';
  /** what was tested */
  readonly text: string;
  /** what is read where it does not hold */
  readonly refusal: string;
};

export type StaffActFacts = {
  readonly act: StaffAct;
  /** null while the account is still to be added */
  readonly subject: StaffMember | null;
  /** name and reading of an account to be added or renamed */
  readonly identity: Pick<StaffIdentity, 'staffNumber' | 'name' | 'kana'> | null;
  readonly by: StaffMember;
  /** everybody, with the standing of this day */
  readonly staff: readonly StaffMember[];
  /** the office of this terminal */
  readonly office: Office;
};

/** 職員の扱いの判定: everything that was tested, whether or not it held. */
export function judgeStaffAct(facts: StaffActFacts): readonly StaffFinding[] {
  return [...judgeSelf(facts), ...judgeSame(facts), ...judgeAdministrators(facts), ...judgeRest(facts)];
}

/** 断るもの: the findings that stop the act. */
export function refusalsOf(findings: readonly StaffFinding[]): readonly StaffFinding[] {
  return findings.filter(({ held, effect }) => !held && effect === 'refuse');
}

/** 二人目の管理者が要るか. */
export function needsSecond(findings: readonly StaffFinding[]): boolean {
  return findings.some(({ held, effect }) => !held && effect === 'second');
}

/** 二人目になれる管理者 (B7): neither who asks nor whom it is about, with a password of their own at this terminal. */
export function secondAdministrators({
  subject,
  by,
  staff,
  office,
}: Omit<StaffActFacts, 'act' | 'identity'>): readonly StaffMember[] {
  return staff.filter(
    (each) =>
      each.role === 'administrator' &&
      each.signsIn &&
      each.ownPassword &&
      whyNotHere(each, office) === null &&
      !isSamePerson(each, by) &&
      (subject === null || !isSamePerson(each, subject)),
  );
}

function judgeSelf({ act, subject, by }: StaffActFacts): readonly StaffFinding[] {
  const self = subject !== null && isSamePerson(subject, by);
  switch (act.kind) {
    case 'reassign':
      return [
        refusing(
          'ownRole',
          !self,
          '自分の役割・窓口ではない',
          '自分の役割と窓口は変えられません。別の管理者に頼んでください。',
        ),
      ];
    case 'suspend':
      return [
        refusing('ownSuspension', !self, '自分の停止ではない', '自分は停止できません。別の管理者に頼んでください。'),
      ];
    case 'reinstate':
      return [
        refusing(
          'ownReinstatement',
          !self,
          '自分の停止を解くのではない',
          '自分の停止は解けません。別の管理者に頼んでください。',
        ),
      ];
    case 'resetPassword':
      return [
        refusing(
          'ownPassword',
          !self,
          '自分のパスワードではない',
          '自分のパスワードは、いまのパスワードを入力して「パスワードを変える」で変えてください。',
        ),
      ];
    default:
      return [];
  }
}

function judgeSame({ act, subject }: StaffActFacts): readonly StaffFinding[] {
  if (subject === null) return [];
  if (act.kind === 'suspend')
    return [refusing('alreadySo', !subject.suspended, '停止していない', `${subject.name}さんは、もう停止しています。`)];
  if (act.kind === 'reinstate')
    return [refusing('alreadySo', subject.suspended, '停止している', `${subject.name}さんは、停止していません。`)];
  if (act.kind !== 'reassign') return [];
  const changes = act.role !== subject.role || officesKey(act.offices) !== officesKey(subject.offices);
  return [refusing('alreadySo', changes, 'いまと違う', '役割も窓口も、いまと同じです。変えるものを選んでください。')];
}

function judgeAdministrators(facts: StaffActFacts): readonly StaffFinding[] {
  const { act, subject, staff, office } = facts;
  const before = subject === null ? '' : powerOf(subject);
  const next = afterwards(act, subject);
  const after = next === null ? '' : powerOf(next);
  const takesOver = act.kind === 'resetPassword' && before !== '';
  const findings: StaffFinding[] = [];
  if (subject !== null && before !== '' && next !== null) {
    const left = staff.some((each) => each.staff !== subject.staff && isAdministratorHere(each, office));
    const stays = isAdministratorHere(next, office) || !isAdministratorHere(subject, office);
    findings.push(
      refusing(
        'lastAdministrator',
        left || stays,
        'サインインできる管理者が残る',
        'この端末でサインインできる管理者が、ほかにいません。先に別の管理者を加えてください。',
      ),
    );
  }
  if (before !== after || takesOver) {
    const there = secondAdministrators(facts).length > 0;
    findings.push({
      rule: 'secondAdministrator',
      held: false,
      effect: there ? 'second' : 'note',
      text: '管理者の力が変わる(B7)',
      refusal: there
        ? '管理者に関わる変更です。もう一人の管理者がここで確認してください(B7)。'
        : '確認できる管理者がほかにいないため、一人で進めます。理由が台帳に残ります。',
    });
  }
  return findings;
}

function judgeRest({ act, subject, identity, staff }: StaffActFacts): readonly StaffFinding[] {
  const findings: StaffFinding[] = [];
  const left = subject === null ? [] : officesLeft(act, subject, staff);
  if (subject !== null && (act.kind === 'reassign' || act.kind === 'suspend')) {
    findings.push({
      rule: 'supervisorLeft',
      held: left.length === 0,
      effect: 'note',
      text: '責任者のいなくなる窓口がない',
      refusal: `${left.map((office) => officeWords[office]).join('・')}の承認と締めは、管理者が行うことになります。`,
    });
  }
  if (identity !== null) {
    const alike = staff.find(
      (each) =>
        each.staff !== subject?.staff &&
        !each.suspended &&
        spelled(each.name) === spelled(identity.name) &&
        spelled(each.kana) === spelled(identity.kana),
    );
    // Whoever is called as another is taken for the same person: by a change of name alone nobody stops being the second administrator.
    const administrators = [subject, alike].some((each) => each?.role === 'administrator');
    findings.push({
      rule: 'sameName',
      held: alike === undefined,
      effect: subject !== null && administrators ? 'refuse' : 'note',
      text: '同じ氏名・フリガナの職員がいない',
      refusal: `同じ氏名・フリガナの職員(${alike?.staffNumber ?? ''})がいます。同じ人なら、職員番号は1つにしてください。互いの依頼は承認できません(B7)。`,
    });
  }
  return findings;
}

/** the three offices in the words of these rules */
const officeWords: Readonly<Record<Office, string>> = { shiminka: '市民課', sobue: '祖父江支所', heiwa: '平和支所' };
const everyOffice = ['shiminka', 'sobue', 'heiwa'] as const satisfies readonly Office[];

/** 責任者のいなくなる窓口: those that had one and would have none. */
function officesLeft(act: StaffAct, subject: StaffMember, staff: readonly StaffMember[]): readonly Office[] {
  const next = afterwards(act, subject);
  const supervises = (each: StaffMember, office: Office): boolean =>
    each.role === 'supervisor' && whyNotHere(each, office) === null;
  return everyOffice.filter((office) => {
    if (!supervises(subject, office) || (next !== null && supervises(next, office))) return false;
    return !staff.some((each) => each.staff !== subject.staff && supervises(each, office));
  });
}

/** そのあとの立場; null for an account that does not exist afterwards either. */
function afterwards(act: StaffAct, subject: StaffMember | null): StaffMember | null {
  switch (act.kind) {
    case 'add':
      return {
        staff: '',
        staffNumber: '',
        name: '',
        kana: '',
        role: act.role,
        offices: act.offices,
        suspended: false,
        planned: null,
        signsIn: true,
        ownPassword: false,
      };
    case 'reassign':
      return subject === null ? null : { ...subject, role: act.role, offices: act.offices };
    case 'suspend':
      return subject === null ? null : { ...subject, suspended: true };
    case 'reinstate':
      return subject === null ? null : { ...subject, suspended: false };
    default:
      return subject;
  }
}

/** 管理者の力: where somebody acts as an administrator, as one text; empty for everyone else. */
function powerOf({ role, suspended, offices }: StaffMember): string {
  return role === 'administrator' && !suspended ? officesKey(offices) : '';
}

function isAdministratorHere(member: StaffMember, office: Office): boolean {
  return member.role === 'administrator' && member.signsIn && whyNotHere(member, office) === null;
}

function officesKey(offices: readonly Office[] | null): string {
  const list = offices ?? everyOffice;
  return everyOffice.filter((office) => list.includes(office)).join(' ');
}

function refusing(rule: StaffRule, held: boolean, text: string, refusal: string): StaffFinding {
  return { rule, held, effect: 'refuse', text, refusal };
}
